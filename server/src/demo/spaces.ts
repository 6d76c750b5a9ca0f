import type { DemoPerson, DemoSeat, DemoSpace, DemoSpaceRole } from './content.ts'
import { crisisGuests, ecosystemGuests, machineGuests, plainLanguageGuests } from './people/guests.ts'
import { ambassadors, members } from './people/members.ts'

const seats = (role: DemoSpaceRole, keys: readonly string[]): DemoSeat[] => keys.map((key) => ({ key, role }))
const all = (role: DemoSpaceRole, people: readonly DemoPerson[]): DemoSeat[] => people.map(({ key }) => ({ key, role }))

const committee: DemoSpace = {
  slug: 'comite',
  kind: 'committee',
  name: 'Comité de pilotage',
  purpose: 'Le lieu où les quarante-huit membres discutent, décident et accueillent de nouvelles personnes.',
  people: [...all('writer', members), ...all('commenter', ambassadors)],
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

const workshops: DemoSpace[] = [
  {
    slug: 'atelier-1',
    kind: 'workshop',
    name: 'Atelier 1 · Parler juste quand tout s’emballe',
    purpose: 'Écrire la liste de ce qu’une petite équipe fait dans les deux premières heures d’une crise.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['samira-belhadri', 'erwan-le-scouezel']),
      ...seats('writer', [
        'perrine-goasmat',
        'judicael-techer',
        'benoit-wallaert',
        'olivier-castagnede',
        'ketty-saint-aude',
      ]),
      ...all('writer', crisisGuests),
    ],
    workshop: {
      pitch:
        'Une inondation, une rumeur, une panne d’eau : la première heure se joue souvent avec deux personnes, un téléphone et un mot de passe que personne ne retrouve. Les plans existent. Ils ont quarante pages.',
      objective:
        'Tenir sur une feuille ce qui compte vraiment, minute par minute, pour une équipe de une à cinq personnes.',
      mission:
        'Apportez une crise que vous avez vécue, même petite : ce que vous avez su, quand, et ce que vous auriez voulu trouver écrit.',
      inDays: 12,
    },
  },
  {
    slug: 'atelier-2',
    kind: 'workshop',
    name: 'Atelier 2 · Adapter son écosystème',
    purpose: 'Dessiner les canaux qu’une commune peut tenir vraiment, quand une seule personne s’en occupe.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['ines-caradec', 'theo-barascud']),
      ...seats('writer', [
        'maelle-brossard',
        'nadia-rey',
        'sylvain-charbouillot',
        'guillaume-poujouly',
        'fanny-deschaseaux',
        'hugo-lestrade',
      ]),
      ...all('writer', ecosystemGuests),
    ],
    workshop: {
      pitch:
        'Les conseils s’adressent presque toujours à des équipes de dix. Or la plupart des communes ont une personne, souvent à mi-temps, parfois entre l’état civil et la location de la salle des fêtes.',
      objective:
        'Proposer un écosystème de canaux qui tient en six heures par semaine, avec ce que l’on accepte de ne pas faire.',
      mission:
        'Notez une semaine de votre travail, sans l’embellir, et dites-nous quel canal vous fermeriez si vous l’osiez.',
      inDays: 12,
    },
  },
  {
    slug: 'atelier-3',
    kind: 'workshop',
    name: 'Atelier 3 · Être compris du premier coup',
    purpose: 'Réécrire ensemble des textes publics que tout le monde reçoit et que presque personne ne finit.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['helene-wittersheim', 'karim-bensaidi']),
      ...seats('writer', [
        'anouche-terzakian',
        'elodie-marchessaux',
        'felix-amoretti',
        'beatrice-lamourere',
        'peio-harispuru',
      ]),
      ...all('writer', plainLanguageGuests),
    ],
    workshop: {
      pitch:
        'Un courrier que l’on relit trois fois, c’est une visite au guichet, un appel, parfois un droit perdu. Écrire clair n’est pas une coquetterie.',
      objective:
        'Réunir des réécritures réelles, avec la phrase d’avant, celle d’après et ce que les lecteurs en ont compris.',
      mission:
        'Apportez un texte de votre institution dont vous n’êtes pas fier, et une personne de votre entourage à qui le faire lire.',
      inDays: 13,
    },
  },
  {
    slug: 'atelier-4',
    kind: 'workshop',
    name: 'Atelier 4 · Écrire avec une machine',
    purpose: 'Décider ce qu’une rédaction publique peut confier à une intelligence artificielle, et ce qu’elle garde.',
    open: true,
    guestsUntilDays: 42,
    people: [
      ...seats('facilitator', ['linh-phan', 'antoine-mazerolles']),
      ...seats('writer', [
        'gaspard-lemoussu',
        'tuan-le-vaillant',
        'noemie-sauvestre',
        'clotilde-vanhoucke',
        'camille-puydebat',
      ]),
      ...all('writer', machineGuests),
    ],
    workshop: {
      pitch:
        'Les outils sont déjà dans nos bureaux, souvent sans que personne ne l’ait décidé. Ni enthousiasme ni effroi : regardons ce que nous faisons.',
      objective: 'Rédiger un manifeste d’une page qu’une direction puisse signer et qu’une équipe puisse suivre.',
      mission:
        'Tenez pendant deux semaines le carnet de vos usages : la tâche, le temps gagné, l’erreur repérée, ce que vous n’avez pas osé dire.',
      inDays: 13,
    },
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

export const demoSpaces: DemoSpace[] = [committee, ...teams, ...loops, ...workshops, publicSpace]
