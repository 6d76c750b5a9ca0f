import type { DemoMeeting } from './content.ts'
import { ambassadors, members } from './people/members.ts'

const of = (college: 'woman' | 'man'): string[] =>
  members.filter((member) => member.college === college).map(({ key }) => key)
/** Women and men in turn, so that any beginning of the list has as many of both. */
const keys = of('woman').flatMap((key, i) => [key, of('man')[i] ?? key])
/** Whom the minutes of the autumn name: they were there. */
const named = [
  'laurence-vialatoux',
  'aissatou-diabira',
  'peio-harispuru',
  'clotilde-vanhoucke',
  'ines-caradec',
  'linh-phan',
  'hugo-lestrade',
  'perrine-goasmat',
  'mathilde-queyrel',
]
const autumn = [...named, ...keys.filter((key) => !named.includes(key))]
/** The visitor of the demonstration answers for themselves. */
const others = keys.filter((key) => key !== 'maelle-brossard')

/** Some meetings that are over and some to come; those of today would be over tomorrow. */
export const demoMeetings: DemoMeeting[] = [
  {
    space: 'comite',
    title: 'Réunion trimestrielle d’automne',
    author: 'laurence-vialatoux',
    inDays: -46,
    hour: 12,
    hours: 2,
    place: 'En visioconférence',
    agenda:
      '1. Les ateliers d’été\n2. La charte éditoriale, version 2\n3. Le prix : catégories et récusations\n4. Le rythme de la lettre de veille',
    present: [],
    remote: [...autumn.slice(0, 37), ...ambassadors.slice(0, 2).map(({ key }) => key)],
    excused: autumn.slice(37, 45),
    minutes: 'compte-rendu',
  },
  {
    space: 'team-data',
    title: '#TeamData : relire la révision du taux d’engagement',
    author: 'camille-puydebat',
    inDays: -13,
    hour: 16,
    hours: 1,
    place: 'En visioconférence',
    agenda:
      '- Ce que la nouvelle formule change pour les petites communes\n- Qui refait le calcul, avec quelles données',
    present: [],
    remote: ['camille-puydebat', 'lucas-ferrandez', 'linh-phan', 'nadia-rey', 'tuan-le-vaillant'],
    excused: ['matthias-oberkirch'],
  },
  {
    space: 'team-veille',
    title: 'Point de veille du mois',
    author: 'hugo-lestrade',
    inDays: 4,
    hour: 11,
    hours: 1,
    place: 'En visioconférence',
    link: 'https://visio.example/team-veille',
    agenda: '- Ce que chacun garde du mois, en une phrase\n- La lettre : qui écrit la prochaine ?',
    present: [],
    remote: ['hugo-lestrade', 'laurence-vialatoux'],
    excused: [],
  },
  {
    space: 'comite',
    title: 'Réunion trimestrielle d’hiver',
    author: 'laurence-vialatoux',
    inDays: 18,
    hour: 13,
    hours: 2,
    place: 'En visioconférence',
    link: 'https://visio.example/comite',
    agenda:
      '1. **Les candidatures en cours** : où en sont les votes\n2. **Le jury du prix** : ce qui reste à noter\n3. **Le renouvellement** : le calendrier proposé par Mathilde\n4. La fatigue des équipes, par Olivier et Aïssatou\n\nÀ lire avant : le compte rendu de la dernière réunion.',
    present: [],
    remote: others.slice(0, 17),
    excused: others.slice(17, 20),
  },
  {
    space: 'comite',
    title: 'La rencontre de l’année, à Rennes',
    author: 'laurence-vialatoux',
    inDays: 83,
    hour: 8,
    hours: 9,
    place: 'Maison des associations, Rennes',
    agenda:
      '- Le matin : l’année en chiffres, puis chaque équipe en dix minutes\n- À midi : on mange ensemble\n- L’après-midi : trois questions que l’on ne règle jamais en visio',
    present: others.slice(4, 15),
    remote: others.slice(15, 19),
    excused: others.slice(19, 21),
  },
]
