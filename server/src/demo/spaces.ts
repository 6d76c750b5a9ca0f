import type { DemoSpace } from './content.ts'
import { ambassadors, members } from './people/members.ts'
import { all, seats } from './spaces/seats.ts'
import { workshopSpaces } from './spaces/workshops.ts'

/** With the administrator the office of the award: two sign a palmarès. He judges in every category. */
const OFFICE = ['peio-harispuru']
const isOffice = ({ key }: { key: string }): boolean => OFFICE.includes(key)

const committee: DemoSpace = {
  slug: 'comite',
  kind: 'committee',
  name: 'Comité de pilotage',
  purpose: 'Le lieu où les quarante-huit membres discutent, décident et accueillent de nouvelles personnes.',
  people: [
    ...seats('facilitator', OFFICE),
    ...all(
      'writer',
      members.filter((member) => !isOffice(member)),
    ),
    ...all('commenter', ambassadors),
  ],
}

const teams: DemoSpace[] = [
  {
    slug: 'team-data',
    kind: 'team',
    name: '#TeamData',
    purpose: 'Définir les indicateurs, vérifier les chiffres et expliquer chaque formule.',
    open: true,
    people: [
      ...seats('facilitator', ['camille-puydebat', 'matthias-oberkirch']),
      ...seats('writer', [
        'lucas-ferrandez',
        'linh-phan',
        'tuan-le-vaillant',
        'aissatou-diabira',
        'nadia-rey',
        'boubacar-sidime',
      ]),
    ],
  },
  {
    slug: 'team-cm',
    kind: 'team',
    name: '#TeamCM',
    purpose: 'S’entraider entre personnes qui répondent aux habitants, tous les jours et parfois le dimanche.',
    open: true,
    people: [
      ...seats('facilitator', ['yasmine-haddou', 'remi-tournadre']),
      ...seats('writer', [
        'boubacar-sidime',
        'ketty-saint-aude',
        'nolwenn-treguidel',
        'nassim-ouhadda',
        'theo-barascud',
        'solene-arnoux',
      ]),
    ],
  },
  {
    slug: 'team-veille',
    kind: 'team',
    name: '#TeamVeille',
    purpose: 'Lire pour les autres, garder ce qui compte et le partager en une phrase.',
    open: true,
    people: [
      ...seats('facilitator', ['hugo-lestrade', 'laurence-vialatoux']),
      ...seats('writer', [
        'maelle-brossard',
        'toussaint-vescovali',
        'perrine-goasmat',
        'gaspard-lemoussu',
        'clotilde-vanhoucke',
        'solene-arnoux',
      ]),
    ],
  },
  {
    slug: 'team-redac',
    kind: 'team',
    name: '#TeamRédac',
    purpose: 'Écrire, relire et publier ce que le comité veut dire au public.',
    open: true,
    people: [
      ...seats('facilitator', ['helene-wittersheim', 'karim-bensaidi']),
      ...seats('writer', [
        'maelle-brossard',
        'nadia-rey',
        'amaia-etchebarne',
        'felix-amoretti',
        'ghjulia-ortolacci',
        'elodie-marchessaux',
        'guillaume-poujouly',
      ]),
    ],
  },
  {
    slug: 'team-lab',
    kind: 'team',
    name: '#TeamLab',
    purpose: 'Essayer petit, raconter ce qui a marché et ce qui a raté.',
    open: true,
    people: [
      ...seats('facilitator', ['ines-caradec', 'mehdi-zerrouki']),
      ...seats('writer', ['antoine-mazerolles', 'linh-phan', 'rui-figueiral', 'noemie-sauvestre', 'arnaud-pfertzel']),
    ],
  },
]

const loops: DemoSpace[] = [
  {
    slug: 'boucle-presse',
    kind: 'loop',
    name: 'Boucle presse',
    purpose: 'Parler des relations avec les journalistes, entre personnes qui décrochent le téléphone.',
    people: [
      ...seats('facilitator', ['erwan-le-scouezel', 'sofia-carvalheiro']),
      ...seats('writer', [
        'maelle-brossard',
        'samira-belhadri',
        'benoit-wallaert',
        'mathilde-queyrel',
        'stephane-guivarcel',
      ]),
    ],
  },
  {
    slug: 'boucle-ateliers',
    kind: 'loop',
    name: 'Boucle ateliers d’été',
    purpose: 'Préparer les quatre ateliers entre co-pilotes, de la liste des invités aux rallonges électriques.',
    people: [
      ...seats('facilitator', ['solene-arnoux']),
      ...seats('writer', [
        'samira-belhadri',
        'erwan-le-scouezel',
        'ines-caradec',
        'theo-barascud',
        'helene-wittersheim',
        'karim-bensaidi',
        'linh-phan',
        'antoine-mazerolles',
      ]),
    ],
  },
]

const publicSpace: DemoSpace = {
  slug: 'public',
  kind: 'public',
  name: 'Espace public',
  purpose: 'Ce que le comité donne à lire à tout le monde : ses méthodes, ses livrables, ses résultats.',
  people: [
    ...seats('facilitator', ['helene-wittersheim', 'karim-bensaidi']),
    ...seats('writer', [
      'maelle-brossard',
      'nadia-rey',
      'amaia-etchebarne',
      'felix-amoretti',
      'ghjulia-ortolacci',
      'elodie-marchessaux',
      'guillaume-poujouly',
    ]),
  ],
}

export const demoSpaces: DemoSpace[] = [committee, ...teams, ...loops, ...workshopSpaces, publicSpace]
