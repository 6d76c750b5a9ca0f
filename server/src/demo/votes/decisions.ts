import type { DemoDecision } from '../content.ts'

export const demoDecisions: DemoDecision[] = [
  {
    key: 'decision-lettre',
    space: 'comite',
    author: 'hugo-lestrade',
    question: 'Faut-il publier la lettre de veille chaque semaine ?',
    context: `Aujourd’hui, la lettre paraît quand elle est prête, toutes les trois à cinq semaines. #TeamVeille propose un rythme fixe : **chaque mardi à 8 h, cinq liens, une phrase chacun**, avec quatre plumes qui se relaient.

- **Oui** : la lettre devient hebdomadaire pour six mois, puis nous faisons le bilan.
- **Non** : elle reste mensuelle au plus, plus longue et plus travaillée.

La discussion a eu lieu dans #TeamVeille, ouverte en lecture à tous les membres.`,
    threshold: { numerator: 1, denominator: 2, orEqual: false },
    openedDaysAgo: 4,
    closesInDays: 5,
    outcome: 'open',
    ballots: {
      yes: [
        'hugo-lestrade',
        'solene-arnoux',
        'perrine-goasmat',
        'toussaint-vescovali',
        'laurence-vialatoux',
        'theo-barascud',
        'yasmine-haddou',
        'mehdi-zerrouki',
        'ines-caradec',
      ],
      no: [
        'clotilde-vanhoucke',
        'felix-amoretti',
        'camille-puydebat',
        'arnaud-pfertzel',
        'sofia-carvalheiro',
        'benoit-wallaert',
      ],
      abstain: ['gaspard-lemoussu', 'linh-phan'],
      veto: [],
    },
  },
  {
    key: 'decision-charte',
    space: 'comite',
    author: 'karim-bensaidi',
    question: 'Adoptons-nous la version 2 de la charte éditoriale ?',
    context: `La version 2 tient en cinq promesses. Elle préfère les mots entiers aux signes, donne la réponse dans le titre, et prévoit une exception pour les sujets intimes.

Le seuil est de **deux tiers des suffrages exprimés**, parce que cette charte engage tout ce que nous publions.`,
    threshold: { numerator: 2, denominator: 3, orEqual: true },
    openedDaysAgo: 48,
    closesInDays: -38,
    outcome: 'adopted',
    ballots: {
      yes: [
        'karim-bensaidi',
        'helene-wittersheim',
        'maelle-brossard',
        'nadia-rey',
        'amaia-etchebarne',
        'elodie-marchessaux',
        'guillaume-poujouly',
        'ghjulia-ortolacci',
        'solene-arnoux',
        'ines-caradec',
        'hugo-lestrade',
        'theo-barascud',
        'samira-belhadri',
        'erwan-le-scouezel',
        'linh-phan',
        'anouche-terzakian',
        'beatrice-lamourere',
        'peio-harispuru',
        'yasmine-haddou',
        'remi-tournadre',
        'boubacar-sidime',
        'ketty-saint-aude',
        'nolwenn-treguidel',
        'fanny-deschaseaux',
        'aissatou-diabira',
        'laurence-vialatoux',
        'noemie-sauvestre',
        'judicael-techer',
      ],
      no: [
        'felix-amoretti',
        'gaspard-lemoussu',
        'clotilde-vanhoucke',
        'olivier-castagnede',
        'stephane-guivarcel',
        'antoine-mazerolles',
      ],
      abstain: ['sylvain-charbouillot', 'mathilde-queyrel', 'matthias-oberkirch'],
      veto: [],
    },
  },
]
