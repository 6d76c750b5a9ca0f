import { DAY, type DemoTopic, HOUR, post } from '../content.ts'

export const watchTopics: DemoTopic[] = [
  {
    space: 'team-veille',
    title: 'Quel rythme pour la lettre de veille ?',
    ...post(
      'hugo-lestrade',
      4 * DAY,
      `Notre lettre paraît « quand elle est prête », c’est-à-dire toutes les trois semaines, parfois cinq. Les lecteurs l’attendent, puis l’oublient. J’ouvre la question avant la décision du comité : chaque semaine, tous les quinze jours, chaque mois ?

Pour mémoire, un numéro demande **trois heures et demie** : une heure de tri, une heure et demie d’écriture, une heure de relecture et d’envoi.`,
    ),
    replies: [
      post(
        'clotilde-vanhoucke',
        4 * DAY - 2 * HOUR,
        `Chaque mois, et soignée. Je reçois onze lettres par semaine, j’en lis deux. Celles que je lis ne sont pas les plus fréquentes.`,
      ),
      post(
        'solene-arnoux',
        4 * DAY - 5 * HOUR,
        `Je plaide pour la semaine, mais minuscule : cinq liens, une phrase chacun, toujours le mardi à 8 h. Ce qui fatigue les lecteurs, c’est la longueur, pas le rythme. Et ce qui nous fatigue, c’est l’irrégularité.`,
      ),
      post(
        'gaspard-lemoussu',
        3 * DAY + 16 * HOUR,
        `Cinq liens par semaine, est-ce qu’on les a ? J’ai compté nos notes depuis janvier : 8,4 par semaine en moyenne, mais certaines semaines zéro. Et août.`,
      ),
      post(
        'toussaint-vescovali',
        3 * DAY + 12 * HOUR,
        `En août, deux liens et une photo de la mer. Personne ne s’est jamais désabonné pour ça.`,
      ),
      post(
        'perrine-goasmat',
        3 * DAY + 2 * HOUR,
        `Chez les pompiers on fait un point hebdomadaire d’une page depuis six ans. Le secret : on est quatre à tourner. Chacun n’écrit qu’une fois par mois, et le remplaçant est connu d’avance.`,
      ),
      post(
        'laurence-vialatoux',
        2 * DAY + 6 * HOUR,
        `Voilà qui me fait changer d’avis. Hebdomadaire et à quatre, je signe. Hebdomadaire et seul, c’est non.`,
      ),
      post(
        'solene-arnoux',
        2 * DAY,
        `Je prends une semaine sur quatre. Perrine, tu veux bien nous montrer votre tableau de tours ?`,
      ),
      post(
        'perrine-goasmat',
        2 * DAY - 1 * HOUR,
        `Le voici, en plus simple :

| Semaine | Écrit | Relit | Remplace |
| --- | --- | --- | --- |
| 1 | Solène | Hugo | Toussaint |
| 2 | Perrine | Solène | Gaspard |
| 3 | _à prendre_ | Perrine | Hugo |
| 4 | Hugo | _à prendre_ | Solène |`,
      ),
      post(
        'hugo-lestrade',
        22 * HOUR,
        `Il reste une place de plume et une place de relecture. @Maëlle, tu écris court et juste, et ton mardi matin est plus calme que le nôtre : **prendrais-tu la semaine 3 ?** Et surtout, dis-nous franchement si tu trouves le rythme trop serré. Le vote du comité est ouvert encore cinq jours.`,
      ),
    ],
  },
  {
    space: 'team-veille',
    title: 'Une source, une phrase, un pourquoi',
    ...post(
      'laurence-vialatoux',
      18 * DAY,
      `Je relis nos notes du mois. Beaucoup de liens, peu de « pourquoi ». Un lien sans raison, c’est un devoir donné aux autres. Je propose une forme fixe : la source, une phrase qui dit le fait, une phrase qui dit pourquoi ça nous regarde.`,
    ),
    replies: [
      post(
        'hugo-lestrade',
        18 * DAY - 2 * HOUR,
        `Pour. Exemple avec une note d’hier :

> **Source** : étude d’une agence d’urbanisme sur les panneaux lumineux.
>
> **Le fait** : on lit en moyenne sept mots.
>
> **Pourquoi nous** : nos messages d’alerte en font dix-neuf.`,
      ),
      post(
        'maelle-brossard',
        17 * DAY,
        `J’ai recompté les nôtres après t’avoir lu. Vingt-deux. Je suis allée les couper.`,
      ),
      post('gaspard-lemoussu', 17 * DAY - 3 * HOUR, `Et si on n’a pas de pourquoi ?`),
      post(
        'laurence-vialatoux',
        17 * DAY - 4 * HOUR,
        `Alors on garde le lien pour soi, ou l’on pose la question : « Je ne sais pas quoi en penser, et vous ? » C’est un pourquoi tout à fait honorable.`,
      ),
      post(
        'clotilde-vanhoucke',
        15 * DAY,
        `La page [Écrire une note de veille](page:note-de-veille) est à jour, avec l’exemple de Hugo.`,
      ),
    ],
  },
  {
    space: 'team-veille',
    title: 'Colloque d’automne : qui note quoi ?',
    ...post(
      'toussaint-vescovali',
      6 * DAY,
      `Nous serons quatre sur place, avec seize tables rondes en deux jours. Répartissons-nous, sinon nous aurons quatre fois les mêmes notes sur l’intelligence artificielle et rien sur l’eau.`,
    ),
    replies: [
      post(
        'gaspard-lemoussu',
        6 * DAY - 1 * HOUR,
        `Je prends accessibilité et marchés publics. Il faut bien que quelqu’un aime ça.`,
      ),
      post(
        'perrine-goasmat',
        5 * DAY,
        `Crise, alerte, astreintes. Et je filme le mot de la fin si la lumière est bonne.`,
      ),
      post(
        'hugo-lestrade',
        5 * DAY - 4 * HOUR,
        `Open data et mesure. Un conseil pour tous : notez **la phrase exacte et le nom**, tout de suite. Une citation de mémoire, ce n’est plus une citation.`,
      ),
      post(
        'toussaint-vescovali',
        4 * DAY + 6 * HOUR,
        `Et moi l’eau, la mer, les îles. Rendez-vous à 13 h devant le stand des pruneaux pour comparer.`,
      ),
    ],
  },
]
