import type { Dictionary } from '../message.ts'

export const recovered = {
  'page.recovered': {
    one: 'Un passage enregistré a été retiré par une fusion : il attend dans « Texte récupéré ».',
    other: '{count} passages enregistrés ont été retirés par une fusion : ils attendent dans « Texte récupéré ».',
  },
  'page.recoveredAct': 'Écrire et le retrouver',
} as const satisfies Dictionary
