import type { DemoPage } from '../content.ts'

export const committeePages: DemoPage[] = [
  {
    space: 'comite',
    key: 'bien-debuter',
    title: 'Bien débuter',
    author: 'guillaume-poujouly',
    markdown: `Bienvenue. Vous venez de rejoindre le comité, et vous vous demandez sans doute par où commencer. Cette page se lit en un quart d’heure, avec un café. **Rien de ce qui suit n’est urgent.**

## Qui nous sommes

Quarante-huit personnes qui font de la communication publique : dans des mairies, des départements, des universités, des hôpitaux, un port, un parc naturel. Nous sommes bénévoles ici et employés ailleurs. Nous avons peu de temps, et nous le donnons volontiers.

Tout ce que nous publions est gratuit. Toutes nos méthodes sont expliquées.

## Votre première semaine

- [ ] Compléter votre profil : une photo où l’on vous reconnaît, une phrase sur votre métier.
- [ ] Lire une discussion en entier, n’importe laquelle. Le ton est là.
- [ ] Choisir une équipe, ou deux. Pas quatre.
- [ ] Répondre une fois. Un « moi aussi » compte.
- [ ] Corriger une faute dans une page. Il y en a toujours une, et vous saurez ensuite que vous en avez le droit.

## Les lieux

| Lieu | On y vient pour | Qui le voit |
| --- | --- | --- |
| Comité de pilotage | décider, accueillir, débattre | tous les membres |
| Équipes | une tâche précise et suivie | les membres ; chaque équipe choisit si elle est ouverte en lecture |
| Boucles privées | parler entre quelques personnes | seulement les personnes invitées ; les autres ne savent pas qu’elle existe |
| Ateliers | co-écrire un livrable avec des invités | les membres et dix invités |
| Espace public | publier | tout le monde |

Les cinq équipes sont #TeamData, #TeamCM, #TeamVeille, #TeamRédac et #TeamLab. Chacune a deux personnes qui l’animent et qui aiment qu’on leur écrive.

## Ce que l’on attend de vous

Une seule chose est obligatoire : **voter pour le prix annuel**, « Les Hashtags ». Cela demande environ trois heures, une fois par an.

Tout le reste est un désir. Certains écrivent beaucoup, d’autres lisent, posent une question tous les deux mois, et c’est souvent la bonne.

## Écrire ensemble

Les pages du wiki s’écrivent à plusieurs en même temps. Vous verrez les curseurs des autres, avec leur nom. Votre texte est enregistré au fur et à mesure, et chaque passage garde la trace de la personne qui l’a écrit. On peut toujours revenir en arrière.

::: tip Vous craignez d’abîmer une page
Vous ne pouvez pas. Chaque état ancien est conservé. Le pire qui puisse arriver est que quelqu’un restaure une version et vous remercie d’avoir essayé.
:::

Deux usages que nous aimons :

1. On améliore la phrase d’une autre personne sans demander la permission, on discute avant de **supprimer** son idée.
2. On signe ses avis, pas ses corrections.

## Voter

Vous avez une voix, et un droit que peu d’assemblées donnent : le **veto**. Un seul veto arrête une candidature. Il doit avoir un motif, que tout le comité lira. En huit ans, il a servi quatre fois. [Comment nous votons](page:regles-vote) dit tout cela en détail.

Un « non » n’est pas un veto. Dire non, c’est préférer autre chose et s’en remettre à la majorité.

## Le ton

On se tutoie entre membres, on vouvoie d’abord les invités. On répond à ce qui est écrit, pas à ce que l’on devine. On peut dire « je ne sais pas », « j’ai changé d’avis » et « je me suis trompé » : ces trois phrases figurent dans nos meilleures discussions.

> Écouter les premières semaines dure en général quatre jours.
>
> _Rui, à chaque nouvelle personne_

## Si vous n’osez pas demander en public

Écrivez à **Yasmine** ou à **Guillaume**. Aucune question n’est petite, et elles restent entre vous.

## Pour aller plus loin

- [Charte éditoriale](page:charte-editoriale), si vous écrivez pour le public.
- [Méthodologie](page:methodologie), si vous aimez savoir d’où viennent les chiffres.
- [Écrire une note de veille](page:note-de-veille), si vous lisez beaucoup.`,
  },
  {
    space: 'comite',
    key: 'regles-vote',
    title: 'Comment nous votons',
    author: 'beatrice-lamourere',
    publisher: 'odile-menetrel',
    frozen: 'Adoptée à la réunion de printemps. Pour la changer, proposez une décision.',
    markdown: `Cette page dit les règles en français courant. Une règle ne change jamais pendant un vote : elle est figée à l’ouverture, avec la liste des personnes qui peuvent voter.

## Les candidatures

1. Un membre, la marraine ou le parrain, présente la personne candidate.
2. Le vote dure **sept jours au moins**.
3. Chaque membre choisit : _oui_, _non_, _abstention_, ou pose un _veto_ motivé.
4. À la clôture, la personne est admise s’il n’y a aucun veto, si la moitié des membres se sont exprimés, et si les « oui » sont plus nombreux que les « non ».
5. Elle prend un siège si le nombre de sièges et la parité le permettent. Sinon, elle attend son tour.

### Le veto

Il bloque à lui seul. Il demande un motif d’au moins trente caractères, lu par tout le comité, et que la personne candidate peut demander à connaître. On peut le lever à tout moment avant la clôture. Il porte sur une **incompatibilité**, jamais sur une personne.

::: warning Avant de poser un veto
Appelez la marraine ou le parrain. Deux vetos sur trois, dans les premières années, étaient des malentendus.
:::

## Les décisions

Le comité fixe le seuil en posant la question : majorité simple, deux tiers, 70 %. L’égalité ne suffit pas. Le résultat est toujours publié avec sa base : « 70 % des suffrages exprimés (28 sur 40), participation 43 sur 48 ».

## Nominatif ou secret

Les votes sont nominatifs, sauf ceux qui portent sur une personne à la demande d’un membre, et le jury du prix. On peut modifier son bulletin jusqu’à la clôture. Personne ne voit de résultat avant.

## Qui ne vote pas

- Les **ambassadrices et ambassadeurs** lisent et écrivent, mais ne votent pas sur les admissions.
- Les **invités** votent dans leur atelier, si une question y est posée.
- Une personne **récusée** ne vote pas dans la catégorie concernée du prix.`,
  },
  {
    space: 'comite',
    key: 'compte-rendu',
    title: 'Réunion trimestrielle : compte rendu',
    author: 'aissatou-diabira',
    markdown: `**En visio, 1 h 50.** Présents : 37 membres sur 48 et deux ambassadrices. Excusés : 8. Animation : Laurence. Prise de notes : Aïssatou, relue par Peio.

## 1. Les ateliers d’été

Quatre thèmes retenus parmi onze proposés. Chaque atelier aura un binôme de co-pilotes, une femme et un homme, et dix invités.

| Atelier | Co-pilotes | Question de départ |
| --- | --- | --- |
| 1. La crise | Samira et Erwan | Que fait-on pendant les deux premières heures ? |
| 2. L’écosystème | Inès et Théo | Que tient-on avec six heures par semaine ? |
| 3. La langue | Hélène et Karim | Qui a compris du premier coup ? |
| 4. La machine | Linh et Antoine | Que gardons-nous pour nous ? |

Clotilde s’inquiète du nombre d’invitations restées sans réponse. Réponse d’Inès : un appel vaut trois messages.

## 2. La charte éditoriale

La version 2 est présentée. Discussion vive et courtoise sur le point médian. **Décision : vote en ligne, seuil de deux tiers.** _(Adoptée depuis.)_

## 3. Le prix

Le jury s’ouvrira sur quatre catégories de cinq dossiers. Linh rappelle la récusation : elle vaut pour la catégorie entière. Cinq membres se signalent aussitôt.

## 4. La lettre de veille

Hugo expose le problème : elle paraît toutes les trois semaines, parfois cinq. On évoque la semaine, la quinzaine, le mois. Il n’y a pas d’accord en séance, et c’est très bien : #TeamVeille prépare une proposition.

> Ce qui fatigue, ce n’est pas d’écrire. C’est de se demander chaque lundi qui va écrire. _(Perrine)_

## Ce que chacun emporte

- [x] Camille chiffre l’effet de la révision du taux d’engagement.
- [x] Guillaume réécrit [Bien débuter](page:bien-debuter).
- [x] Hugo lance la discussion sur le rythme de la lettre.
- [ ] Mathilde propose un calendrier pour le renouvellement.
- [ ] Judicaël demande à sa préfecture si l’on peut publier leur consigne d’alerte.
- [ ] Olivier et Aïssatou préparent un point sur la fatigue des équipes.

## Le mot de la fin

Il est revenu à Françoise, ambassadrice : « J’ai quitté mon siège et personne ne m’a fait sentir que j’étais partie. Merci. »`,
  },
]
