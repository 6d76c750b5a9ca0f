import type { DemoPage } from '../content.ts'

export const teamPages: DemoPage[] = [
  {
    space: 'team-redac',
    key: 'charte-editoriale',
    title: 'Charte éditoriale',
    author: 'karim-bensaidi',
    markdown: `Version 2, adoptée par le comité. Elle vaut pour tout ce que nous publions : pages, articles, livre blanc, messages. Elle tient en cinq promesses.

## 1. Nous écrivons pour être compris

- Une phrase, une idée. Vingt mots en moyenne, c’est une bonne longueur.
- Le verbe plutôt que le nom : _décider_ et non _procéder à une prise de décision_.
- Un sigle se développe la première fois, ou se supprime.
- On commence par ce qui change pour la personne qui lit.

| Plutôt que | Nous écrivons |
| --- | --- |
| dans le cadre de | pour, pendant |
| mettre en place un dispositif | ouvrir, créer, organiser |
| à destination des publics | pour vous, pour les familles |
| acter | décider |
| au niveau de | à, dans, pour |

## 2. Nous n’effaçons personne

> Nous écrivons pour que chacune et chacun se sache concerné, avec des mots que l’on peut lire à voix haute.

- Chercher d’abord le mot qui englobe : _le public_, _l’équipe_, _vous_.
- Sinon, les deux formes, une fois : _les habitantes et les habitants_. Ensuite, un mot plus court.
- Les métiers prennent le genre de la personne : _une maire_, _un sage-femme_, _une cheffe de projet_.
- Préférer les mots entiers aux signes : tous les lecteurs d’écran ne lisent pas bien le point médian.
- Montrer des personnes de tous âges, sans les réduire à ce qui se voit.

## 3. Nous disons d’où nous parlons

Un chiffre a une source et une date. Une citation est exacte, ou n’est pas entre guillemets. Un témoignage est relu par la personne qui l’a donné. Une image fabriquée est signalée à côté d’elle, pas dans les mentions légales.

::: tip La question qui règle tout
Si la personne concernée lisait cette phrase devant vous, la liriez-vous de la même façon ?
:::

## 4. Nous donnons la réponse dans le titre

_Cantine : inscriptions jusqu’au 12, en ligne ou en mairie_, et non _Comment s’inscrire à la cantine ?_

**Une exception, pour la pudeur.** Quand le sujet est intime (deuil, dépendance, violences, argent), la question protège : _Comment aider un proche ?_

## 5. Nous soignons les détails

- Espaces insécables avant les signes doubles, guillemets français, apostrophe courbe.
- Majuscules accentuées : _À_, _É_, _Ç_.
- Heures et nombres comme on les dit : _18 h 30_, _12 400 habitants_.
- Pas de capitales pour crier, pas de points d’exclamation pour convaincre.
- Un lien dit où il mène. Jamais _cliquez ici_.

## Avant de publier

- [ ] Ai-je lu le texte à voix haute ?
- [ ] Une autre personne l’a-t-elle lu ?
- [ ] Les images sont-elles décrites ? Voir [Des publications accessibles](page:accessibilite-publications).
- [ ] Y a-t-il une date, un contact, une suite ?
- [ ] Puis-je en retirer un tiers ?

## Qui tranche

La personne qui signe. En cas de désaccord, Hélène et Karim proposent, et l’on choisit la version la plus simple. Cette charte se corrige comme une page ordinaire. Ses cinq promesses, elles, ne changent que par un vote.`,
  },
  {
    space: 'team-cm',
    key: 'accessibilite-publications',
    title: 'Des publications accessibles à tout le monde',
    author: 'solene-arnoux',
    markdown: `Une publication inaccessible, c’est une porte fermée sans panneau : la personne ne sait même pas qu’il y avait une porte. La plupart des gestes qui suivent prennent moins d’une minute. Pour un service public, ils sont aussi une obligation.

## Les sept gestes

1. **Décrire l’image.** Une phrase qui dit ce que l’image _apporte_, pas ce qu’elle contient.
2. **Écrire dans le texte**, et non dans l’image. Une affiche mise en ligne telle quelle est muette pour un lecteur d’écran, et illisible sur un téléphone.
3. **Sous-titrer** chaque vidéo, même courte. Relire les sous-titres automatiques : voir le [carnet d’essai](page:carnet-sous-titres).
4. **Mettre une capitale à chaque mot** dans les mots-dièse : #FêteDuLivre se lit, #fetedulivre se devine.
5. **Compter les émojis.** Un lecteur d’écran lit chacun d’eux. Un ou deux à la fin de la phrase, jamais à la place d’un mot.
6. **Éviter les fausses lettres** que l’on copie pour imiter l’écriture à la main : elles sont épelées comme des symboles mathématiques.
7. **Dire où mène le lien.**

## Décrire une image : trois exemples

| Image | Description faible | Description utile |
| --- | --- | --- |
| Photo du marché | « Photo du marché » | « Le marché du samedi a déménagé sous les arbres de la place Haute » |
| Graphique | « Graphique des dépenses » | « Sur 100 € dépensés, 34 vont aux écoles, 21 à la voirie » |
| Portrait | « Une femme souriante » | « Aurélie, agente d’accueil, derrière le nouveau comptoir abaissé » |

::: tip Quand l’image est purement décorative
Laissez la description vide, exprès. Un filet de couleur n’a rien à dire, et c’est reposant.
:::

## L’affiche que l’on nous demande de publier

Cela arrive chaque semaine : une association envoie son affiche, à publier pour hier. Nous ne la refusons pas. Nous publions l’affiche **et**, dans le texte, ce qu’elle dit : quoi, quand, où, combien, pour qui, avec quel accès.

> Loto des pompiers, samedi à 20 h 30, salle des fêtes. Le carton est à 4 €. L’entrée de plain-pied est côté parking, une personne vous y accueille.

Cette dernière phrase n’était pas sur l’affiche. Il a suffi de la demander.

## Vérifier en deux minutes

- [ ] Masquer l’image : comprend-on encore l’essentiel ?
- [ ] Couper le son : comprend-on encore la vidéo ?
- [ ] Passer l’écran en gris : les informations tiennent-elles sans la couleur ?
- [ ] Faire lire le texte par le téléphone : y a-t-il un moment pénible ?

## Par où commencer, si l’on est seul

Par le geste 1, pendant un mois. Puis le geste 2. Ne reprenez pas les anciennes publications, sauf les dix plus utiles. Et quand quelqu’un vous signale un oubli, remerciez, corrigez, et dites-le : c’est ainsi que l’on apprend qu’il y avait une porte.

_Merci à Anouche, qui a relu cette page avec un lecteur d’écran et supprimé trois émojis._`,
  },
  {
    space: 'team-cm',
    key: 'modele-reponses',
    title: 'Réponses types, à ne jamais copier telles quelles',
    author: 'yasmine-haddou',
    markdown: `Ces réponses sont des points de départ. Une réponse copiée se reconnaît, et elle fâche davantage qu’un silence. Changez toujours trois choses : **le prénom, le lieu, la suite**.

## Une question dont la réponse existe

> Bonjour Martine. La déchèterie est ouverte le samedi de 9 h à 17 h, y compris ce samedi. Le portillon des végétaux est à gauche en entrant.

## Une critique juste

> Bonjour. Vous avez raison : le panneau annonce la mauvaise date depuis lundi. Nous le corrigeons ce matin. Merci de l’avoir signalé.

## Une colère

> Bonjour. Cinq semaines sans ascenseur, c’est long, surtout au sixième étage. La pièce est attendue jeudi. Je vous écris jeudi soir, qu’elle soit posée ou non.

::: warning Une promesse datée se tient
N’écrivez « je vous écris jeudi soir » que si vous écrivez jeudi soir. Notez-le avant d’envoyer.
:::

## Un propos illégal

On ne répond pas. On fait une copie, on masque, on signale, on prévient sa hiérarchie, et l’on va marcher dix minutes. La copie compte : sans elle, il n’y a plus de preuve.

## Ce que nous n’écrivons plus

- _Nous sommes au regret de_ : dites ce qui se passe.
- _N’hésitez pas à_ : dites comment faire.
- _Nous transmettons au service concerné_ : dites lequel, et quand on aura une réponse.`,
  },
  {
    space: 'team-veille',
    key: 'note-de-veille',
    title: 'Écrire une note de veille',
    author: 'hugo-lestrade',
    markdown: `Une note de veille tient en trois lignes. Au-delà, c’est un article, et il y a une équipe pour cela.

## La forme

1. **La source** : qui le dit, où, quand.
2. **Le fait** : une phrase, sans adjectif.
3. **Le pourquoi** : en quoi cela nous regarde.

> **Source** : étude d’une agence d’urbanisme sur les panneaux lumineux.
>
> **Le fait** : on lit en moyenne sept mots.
>
> **Pourquoi nous** : nos messages d’alerte en font dix-neuf.

## Si vous n’avez pas de pourquoi

Posez la question : « Je ne sais pas quoi en penser, et vous ? » C’est permis, et cela ouvre souvent les meilleures discussions.

## Ce que nous vérifions

- [ ] Le lien mène au document lui-même, non à un article qui en parle.
- [ ] La date est celle de la source, pas celle du partage.
- [ ] La citation est exacte, avec le nom et la fonction.
- [ ] Les mots-dièse sont ceux de notre liste, trois au plus.

::: tip Pendant un colloque
Notez la phrase et le nom tout de suite, même mal. On met en forme le soir. Une citation de mémoire n’est plus une citation.
:::

## Ce qu’une note devient

Les notes de la semaine sont triées le lundi. Cinq d’entre elles entrent dans la lettre, les autres restent ici, où la recherche les retrouve. Rien ne se perd, pas même la photo de la mer.`,
  },
  {
    space: 'team-lab',
    key: 'carnet-sous-titres',
    title: 'Carnet d’essai : sous-titrer trois minutes de vidéo',
    author: 'mehdi-zerrouki',
    markdown: `**La question.** Peut-on sous-titrer correctement sans y passer une soirée ?

## Ce que nous avons fait

Trois films de trois minutes : un discours lu, un entretien dans la rue, un berger dans le vent avec deux chiens. Chaque film, trois méthodes. Un chronomètre, et une personne sourde pour juger le résultat.

| Méthode | Temps moyen | Erreurs restantes | Avis de la relectrice |
| --- | ---: | ---: | --- |
| À la main | 118 min | 1 | très bon |
| Machine seule | 4 min | 14 | « je comprends le sujet, pas le film » |
| Machine, puis une personne | 23 min | 1 | très bon |

## Ce que nous avons appris

- Les erreurs de la machine portent sur les **noms propres** et les **nombres**, c’est-à-dire sur ce qui compte.
- Elle ne dit jamais _qui_ parle, ni les bruits utiles.
- Le vent coûte plus cher que l’accent. Une bonnette à 15 € a divisé les erreurs par deux.

## Ce que nous proposons

1. Enregistrer avec une bonnette.
2. Lancer la transcription sur un serveur de la maison.
3. Relire une fois, en ne regardant que les noms et les nombres.
4. Relire une seconde fois, son coupé.

::: warning Ce qui a raté
Nous voulions aussi traduire. Après deux essais, nous avons arrêté : « le conseil a voté le budget » était devenu « le conseil a volé le budget ». On reprendra avec une traductrice.
:::`,
  },
]
