import type { DemoPage } from '../content.ts'

export const ecosystemPages: DemoPage[] = [
  {
    space: 'atelier-2',
    key: 'ecosysteme-ideal',
    title: 'L’écosystème idéal, pour une commune qui n’a qu’une personne',
    author: 'ines-caradec',
    markdown: `Une commune sur deux ne tient qu’un seul compte, et c’est presque toujours le même. Ce n’est pas une faute : c’est le temps d’une personne. La question n’est donc pas « sur combien de réseaux faut-il être ? » mais « à qui manquons-nous aujourd’hui ? »

Ce livrable propose une réponse modeste : **trois cercles, six heures par semaine, et le droit de fermer**. Il a été écrit par des personnes qui font ce métier seules, avec l’aide de quelques autres qui ne le font pas seules.

## Ce que nous appelons un écosystème

Un écosystème, ce sont tous les endroits où votre commune parle et où l’on peut lui répondre : le site, le panneau, la lettre, le guichet, le marché, Gisèle à l’accueil. Les réseaux sociaux n’en sont qu’une part, souvent la plus visible et rarement la plus utile.

Il est _idéal_ s’il tient quand vous êtes en congé.

## Les trois cercles

| Cercle | Ce que c’est | Temps par semaine | Porte de sortie |
| --- | --- | ---: | --- |
| 1. Ce que l’on maîtrise | le site, la lettre, l’affiche | 3 h | aucune : c’est le socle |
| 2. Là où les gens se parlent déjà | un réseau, un groupe, le marché | 2 h | après un an sous la mesure choisie |
| 3. Ce que l’on essaie | une chose à la fois | 1 h | six mois au plus |

Chaque cercle a une personne, un rythme et une porte de sortie. Quand la mesure n’est pas atteinte, on ferme sans honte, avec un bilan et un merci.

## Le chemin

1. [Partir des publics](page:partir-des-publics) : à qui manquons-nous ?
2. [Choisir ses canaux](page:choisir-ses-canaux) : trois cercles, et pas un de plus.
3. [Mesurer sans se perdre](page:mesurer-sans-se-perdre) : trois chiffres et une feuille de bâtons.

::: tip Si vous n’avez que dix minutes
Lisez le tableau des trois cercles, puis la fin de « Mesurer sans se perdre ». Fermez ensuite une chose, une seule. Le reste viendra.
:::

## Une semaine qui tient

Six heures, réparties comme on le peut et non comme on le voudrait.

## Ce que l’on arrête, et comment

Fermer un canal demande un bilan, un merci et une adresse où continuer.

## Ce que l’on dit aux élus

Une page, trois chiffres, et une décision à prendre.`,
  },
  {
    space: 'atelier-2',
    key: 'partir-des-publics',
    parent: 'ecosysteme-ideal',
    title: '1. Partir des publics',
    author: 'theo-barascud',
    markdown: `On commence presque toujours par les outils, parce qu’ils sont sur la table. Essayons dans l’autre sens.

## La liste des gens

Prenez une feuille. Écrivez dix personnes réelles de votre commune, par leur prénom ou leur rue. Pas des cibles : des gens.

- Marceline, 84 ans, au bout du chemin, téléphone fixe.
- Les nouveaux du lotissement, que l’on croise à l’école et nulle part ailleurs.
- Le boulanger, qui sait avant vous.
- Les saisonniers, cinq mois par an, en trois langues.
- Les adolescents de l’abribus.

Pour chacune : **par où l’apprendrait-elle, si l’eau était coupée ce soir ?**

## La colonne qui manque

| Personne | Le canal qui la touche aujourd’hui | Le canal qui la toucherait |
| --- | --- | --- |
| Marceline | sa voisine | un appel, un papier dans la boîte |
| Les nouveaux du lotissement | rien | le carnet de liaison de l’école |
| Les saisonniers | rien | l’affiche de la laverie, en trois langues |
| Les adolescents | leurs amis | l’un de leurs amis |

Quand la deuxième colonne dit « rien » plus de trois fois, vous savez où mettre vos six heures.

::: tip Le test de la voisine
« Sa voisine » est un canal. Il est gratuit, rapide et très bien informé. Il suffit de lui donner l’information juste avant les autres.
:::

## Ce que nous avons vu

À Montereuil-le-Pont, 41 personnes sont venues demander en un mois les horaires du car scolaire. L’information était sur le site, à jour, bien écrite. Elle manquait à un seul endroit : _l’arrêt du car_. Une affiche plus tard, il restait six demandes.

> On ne cherchait pas un meilleur canal. On cherchait le bon poteau. _(Amine)_

## À faire cette semaine

- [ ] La feuille des dix personnes, avec quelqu’un de l’accueil.
- [ ] Un café avec la personne qui sait tout.
- [ ] Passer ensuite à [Choisir ses canaux](page:choisir-ses-canaux).`,
  },
  {
    space: 'atelier-2',
    key: 'choisir-ses-canaux',
    parent: 'ecosysteme-ideal',
    title: '2. Choisir ses canaux',
    author: 'ines-caradec',
    markdown: `Nous proposons trois cercles. Le premier est celui que l’on maîtrise : le site et la lettre. Le deuxième est celui où les gens se parlent déjà. Le troisième est celui que l’on essaie, six mois au plus, avec une mesure décidée d’avance.

## Premier cercle : le socle

Le site, une lettre, une affiche. Ils vous appartiennent, personne ne changera leurs règles un mardi matin.

- **Le site** répond aux vingt questions que l’on vous pose le plus. Vingt, pas deux cents.
- **La lettre** paraît à date fixe, même courte. Surtout courte.
- **L’affiche** va là où l’on attend : la laverie, l’abribus, la salle d’attente.

## Deuxième cercle : la place

Un seul réseau, celui où vos habitants sont déjà. Demandez-le-leur à la sortie de l’école, ne le devinez pas. Et un lieu : le marché, le stade, la sortie de la messe, le café.

::: warning Le groupe que vous n’animez pas
Il existe sans doute un groupe d’habitants très actif. N’en ouvrez pas un autre. Allez-y sous votre nom, dites qui vous êtes, corrigez les erreurs de fait, et n’y débattez pas.
:::

## Troisième cercle : l’essai

Une chose à la fois. Avant de commencer, écrivez trois lignes :

1. Nous essayons **ceci**, parce que **cela**.
2. Ce sera réussi si **tel chiffre**, à **telle date**.
3. Sinon, nous fermons, et nous dirons pourquoi.

## L’heure de publication

Une question nous est posée partout : à quelle heure faut-il publier ? Un mois d’essais tirés au dé, sur 44 publications, n’a montré aucune différence visible, sauf pour la circulation, le matin. Publiez donc quand vous avez le temps.

## Ce qui tient tout

Un même texte, écrit une fois, décliné trois fois : long sur le site, court dans la lettre, douze mots sur l’affiche. On écrit d’abord les douze mots. Le reste suit.

Ensuite : [Mesurer sans se perdre](page:mesurer-sans-se-perdre).`,
  },
  {
    space: 'atelier-2',
    key: 'mesurer-sans-se-perdre',
    parent: 'ecosysteme-ideal',
    title: '3. Mesurer sans se perdre',
    author: 'nadia-rey',
    markdown: `La première version de cette page comptait neuf indicateurs. Pour une personne à mi-temps, c’était indécent. En voici trois, et une feuille.

## Les trois chiffres

| Cercle | Le chiffre | Où le trouver | Quand |
| --- | --- | --- | --- |
| Socle | personnes inscrites à la lettre | l’outil d’envoi | le 1er du mois |
| Place | questions reçues et répondues | votre messagerie | le 1er du mois |
| Essai | celui que vous avez écrit au départ | il dépend de l’essai | à la date dite |

Si vous voulez comparer votre commune à d’autres, la méthode complète est dans [Nos méthodes, en clair](page:public-methodes). Rien ne vous y oblige.

## La feuille de bâtons

À l’accueil, une feuille, cinq thèmes, un crayon. Chaque fois que quelqu’un pose une question _dont la réponse est déjà publiée_, on fait un bâton.

\`\`\`
Transport scolaire   |||| |||| |||| |||| |||| |||| |||| |||| |
Déchèterie           |||| ||
Cantine              |||| |||| |
État civil           |||
Autre                |||| |
\`\`\`

Le thème le plus haut est votre travail du mois suivant. Pas deux thèmes : un.

## Quand le chiffre est mauvais

On ne cherche pas d’abord une excuse, ni une astuce. On demande à trois personnes : « Vous saviez que cela existait ? »

- Si elles **ne savaient pas**, c’est un problème de canal : revenez à [Partir des publics](page:partir-des-publics).
- Si elles savaient et **n’ont pas compris**, c’est un problème de texte : faites-leur retourner la feuille.
- Si elles ont compris et **s’en moquent**, c’est peut-être un bon moment pour fermer.

_Ce paragraphe est de Justine._

## Ce qui ne se mesure pas

Le jour où un habitant vous arrête au marché pour vous dire « c’était bien expliqué », notez-le aussi. Dans la marge, avec la date. À la fin de l’année, comptez les marges.`,
  },
]
