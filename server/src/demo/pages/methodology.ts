import type { DemoPage } from '../content.ts'

export const methodologyPages: DemoPage[] = [
  {
    space: 'comite',
    key: 'methodologie',
    title: 'Méthodologie',
    author: 'camille-puydebat',
    markdown: `Nous comparons des comptes publics. Cela n’a de sens que si chacun peut refaire le calcul, le discuter et nous corriger. Cette partie du wiki réunit donc tout : les indicateurs, les formules, les limites, et l’histoire de chaque changement.

## Trois règles

1. **Aucune formule n’est secrète.** Si un chiffre paraît, son calcul paraît aussi.
2. **Aucun chiffre n’est seul.** Il vient avec sa date, sa source et la taille du public auquel il se rapporte.
3. **Aucune erreur n’est effacée.** Elle est datée, expliquée, et l’ancien tableau reste consultable.

## Les pages

- [Taux d’engagement](page:taux-engagement) : la formule la plus demandée, expliquée pas à pas.
- [Les dix indicateurs que nous suivons](page:indicateurs) : ce que chacun dit, et ce qu’il ne dit pas.
- [Comparer des villes comparables](page:strates) : pourquoi nous séparons les tableaux par taille.

::: tip Vous n’aimez pas les chiffres
Commencez par la dernière section de chaque page, « Ce que ce chiffre ne dit pas ». C’est souvent la plus utile.
:::

## Comment une formule change

Quelqu’un ouvre une discussion, montre l’effet sur des comptes réels, et rédige la modification sur la page. Le comité en débat pendant trois semaines au moins, puis vote. Pendant un an, l’ancienne et la nouvelle valeur sont publiées côte à côte. La règle complète est dans [Comment nous votons](page:regles-vote).`,
  },
  {
    space: 'comite',
    key: 'taux-engagement',
    parent: 'methodologie',
    title: 'Taux d’engagement',
    author: 'camille-puydebat',
    markdown: `Le taux d’engagement répond à une question simple : **quand nous publions, combien de personnes réagissent, par rapport à celles qui nous suivent ?** Il permet de comparer un compte à lui-même dans le temps et, avec précaution, à des comptes de taille voisine.

## La formule

\`\`\`
taux = (réactions + commentaires + partages) ÷ publications ÷ abonnés × 1000
\`\`\`

Il se lit « pour mille abonnés et par publication ». Un taux de 3,8 veut dire : pour mille personnes qui suivent le compte, une publication provoque en moyenne près de quatre gestes.

| Terme | Ce que nous comptons | Ce que nous ne comptons pas |
| --- | --- | --- |
| Réactions | tous les gestes d’un clic, positifs ou non | les réactions retirées avant le relevé |
| Commentaires | ceux du public, réponses comprises | ceux du compte lui-même |
| Partages | partages et republications visibles | les envois par message privé, que personne ne voit |
| Publications | toutes, y compris les vidéos | celles qui ont été payées pour être vues |
| Abonnés | le nombre au **dernier jour** du trimestre | les abonnés d’autres comptes de la même institution |

## Un exemple, à refaire soi-même

Une ville de taille moyenne a 12 000 abonnés. Au cours du trimestre, elle a publié 30 fois. Elle a reçu 1 140 réactions, 132 commentaires et 96 partages.

1. On additionne les gestes : 1 140 + 132 + 96 = 1 368.
2. On divise par les publications : 1 368 ÷ 30 = 45,6 gestes par publication.
3. On divise par les abonnés : 45,6 ÷ 12 000 = 0,0038.
4. On multiplie par mille : **3,8**.

Prenez trois minutes pour le faire avec votre compte. Si vous ne trouvez pas comme nous, [dites-le](page:public-methodes) : en cinq ans, c’est nous qui avions tort une fois sur trois.

## Pourquoi par publication

Sans cette division, un compte qui publie dix fois par jour passe toujours devant. Or publier davantage n’est pas mieux communiquer. Nous avons vu des communes doubler leur rythme pour « monter dans le tableau », et perdre leurs lecteurs en route.

## Pourquoi pour mille abonnés

Un taux en pourcentage donnerait 0,38 %, un chiffre que l’on retient mal et que l’on arrondit encore plus mal. Pour mille, les valeurs vont le plus souvent de 0,5 à 12 : on les dit à voix haute, on s’en souvient.

## Ce qui change et pourquoi

::: warning Proposition en discussion
Cette section n’est pas encore adoptée. Le débat a lieu dans les discussions du comité, et le vote viendra après la réunion trimestrielle.
:::

Depuis deux ans, des applications **suggèrent** une réaction : un cœur s’affiche, il suffit d’effleurer l’écran. Ces gestes pèsent désormais 41 % du total, contre 12 % auparavant. Les compter comme des réactions choisies donne une image fausse.

La proposition :

- [x] garder les réactions **choisies**, parce que pour beaucoup de personnes c’est la seule façon de dire qu’elles ont lu ;
- [x] retirer les réactions **suggérées**, quand le réseau permet de les distinguer ;
- [ ] présenter à part les 23 comptes pour lesquels la donnée n’est pas disponible ;
- [ ] publier l’ancienne et la nouvelle valeur côte à côte pendant quatre trimestres.

Sur l’exemple plus haut, 612 des 1 140 réactions étaient suggérées. Il reste 756 gestes, et le taux passe de 3,8 à 2,1. _Rien n’a changé dans la ville : c’est notre règle qui change._ Il faudra le dire, chaque fois.

## L’histoire de la formule

| Version | Ce qui a changé | La raison |
| --- | --- | --- |
| 1 | gestes ÷ abonnés | premier tableau, 60 comptes |
| 2 | division par le nombre de publications | les comptes très bavards étaient favorisés |
| 3 | publications payées retirées | l’argent faussait la comparaison |
| 4 | réactions suggérées retirées | _en discussion_ |

## Ce que ce chiffre ne dit pas

- **S’il s’agit d’approbation.** Une colère collective donne un excellent taux.
- **Si le message a servi.** L’annonce d’une fermeture de route que tout le monde lit, et que personne ne commente, a parfaitement rempli son rôle.
- **Qui manque.** Les personnes qui ne sont pas sur ce réseau ne sont dans aucun terme de la formule.

> Un bon taux est une invitation à regarder de plus près, jamais une médaille.

Pour savoir à qui comparer le vôtre, lisez [Comparer des villes comparables](page:strates).`,
  },
  {
    space: 'comite',
    key: 'indicateurs',
    parent: 'methodologie',
    title: 'Les dix indicateurs que nous suivons',
    author: 'matthias-oberkirch',
    markdown: `Dix, et pas davantage. Pour en ajouter un, il faut en retirer un autre : cette règle nous a évité bien des tableaux.

## Le tableau

| N° | Indicateur | Ce qu’il dit | Unité | Relevé |
| ---: | --- | --- | --- | --- |
| 1 | Abonnés | la taille de la salle | personnes | trimestre |
| 2 | Croissance nette | arrivées moins départs | pour mille | trimestre |
| 3 | Rythme | publications par semaine | nombre | trimestre |
| 4 | [Taux d’engagement](page:taux-engagement) | gestes par publication | pour mille | trimestre |
| 5 | Part de commentaires | la conversation dans les gestes | % | trimestre |
| 6 | Délai de réponse | temps médian avant une réponse | heures | mois |
| 7 | Questions sans réponse | ce que nous laissons en suspens | % | mois |
| 8 | Temps regardé | l’attention réelle pour la vidéo | heures | trimestre |
| 9 | Images décrites | textes alternatifs présents | % | trimestre |
| 10 | Portée d’alerte | habitants joints en une heure | % | exercice annuel |

## Ceux qui demandent une explication

### 5. Part de commentaires

On divise les commentaires par l’ensemble des gestes. Au-dessus de 15 %, les gens nous _parlent_. En dessous de 3 %, ils passent. Aucune des deux situations n’est mauvaise en soi : un compte d’information routière n’est pas un salon.

### 6 et 7. Répondre

Nous prenons la **médiane** et non la moyenne. Une seule question oubliée pendant les congés ferait bondir la moyenne et ne dirait rien du travail quotidien. Les messages qui n’appellent pas de réponse (un merci, un cœur) ne comptent pas. En cas de doute, nous considérons que c’était une question.

::: tip Une équipe d’une personne
Un délai de deux jours ouvrés, tenu et annoncé, vaut mieux qu’un délai d’une heure qui dépend de votre dimanche soir. L’indicateur 7 compte plus que le 6.
:::

### 8. Temps regardé

Chaque réseau compte une « vue » à sa manière : une, deux ou trois secondes. Nous ne les additionnons donc pas. Nous multiplions le nombre de vues par la durée moyenne regardée, et nous donnons des heures.

\`\`\`
62 000 vues × 4 secondes = 248 000 secondes ≈ 69 heures
\`\`\`

Pour parler à des élus, nous avons une image : 69 heures, c’est une salle de deux cents places remplie pendant vingt minutes.

### 9. Images décrites

C’est un indicateur d’accessibilité, et c’est le seul dont la bonne valeur est connue d’avance : 100 %. La méthode est dans [Des publications accessibles à tout le monde](page:accessibilite-publications).

### 10. Portée d’alerte

Une fois par an, on envoie un message d’exercice sur tous les canaux, et l’on appelle cent foyers tirés au sort : « L’avez-vous reçu, par quel canal, au bout de combien de temps ? » C’est l’indicateur le plus coûteux. C’est aussi le seul qui puisse un jour sauver quelqu’un.

## Ceux que nous avons abandonnés

- **Le nombre de vues**, parce qu’il flatte tout le monde et n’éclaire personne.
- **Le sentiment automatique**, parce que les outils prenaient l’ironie pour de la joie.
- **Le rang national**, parce qu’il changeait avec le nombre de comptes suivis plus qu’avec le travail des équipes.

## Ce que ces chiffres ne disent pas

Ils ne disent rien de l’affiche chez le boulanger, du mot sous l’essuie-glace, de la réunion publique avec de la soupe. Un tableau vide n’est pas une commune muette.`,
  },
  {
    space: 'comite',
    key: 'strates',
    parent: 'methodologie',
    title: 'Comparer des villes comparables',
    author: 'lucas-ferrandez',
    markdown: `Un bourg de 3 000 habitants est suivi par la moitié des siens. Une ville de 90 000 habitants l’est par un sur huit. Les mettre dans le même tableau revient à comparer un repas de famille et un banquet.

## La règle

Nous classons chaque institution selon **la taille du public qu’elle a pour mission de servir**, prise dans une source publique, avec sa date.

| Strate | Communes et intercommunalités | Exemples de comptes suivis |
| --- | --- | ---: |
| A | moins de 3 500 habitants | 64 |
| B | de 3 500 à 10 000 | 97 |
| C | de 10 000 à 50 000 | 121 |
| D | plus de 50 000 | 58 |

Les autres institutions ont leur propre tableau : 31 départements et régions, 22 universités, 17 hôpitaux. Au total, 410 comptes.

- **Université** : étudiants inscrits et agents.
- **Hôpital** : population du bassin de soins.
- **Office, syndicat, agence** : personnes abonnées ou logées.

## Les cas limites

1. _Les stations_ dont la population décuple l’été. Nous gardons la population permanente, et nous le signalons par un astérisque. Ce n’est pas satisfaisant, et nous n’avons pas mieux.
2. _Les outre-mer_, dont les chiffres paraissent parfois un an plus tard. Nous datons chaque ligne.
3. _Les communes nouvelles._ Elles changent de strate au 1er janvier suivant leur création, pas avant.

## Ce que ce classement ne dit pas

Deux villes de même taille peuvent avoir une équipe de neuf personnes ou une seule, à mi-temps. Nous avons essayé de recueillir ce chiffre : un tiers des réponses seulement. Si vous pouvez nous aider, écrivez à #TeamData. C’est sans doute la comparaison la plus juste, et nous ne savons pas encore la faire.`,
  },
]
