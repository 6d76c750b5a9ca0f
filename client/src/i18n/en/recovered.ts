import type { recovered as fr } from '../fr/recovered.ts'
import type { Translated } from '../message.ts'

export const recovered: Translated<typeof fr> = {
  'page.recovered': {
    one: 'A saved passage was taken away by a merge: it waits in “Recovered text”.',
    other: '{count} saved passages were taken away by a merge: they wait in “Recovered text”.',
  },
  'page.recoveredAct': 'Write and find it again',
}
