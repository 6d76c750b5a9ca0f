import type { SayHere } from './texts/say.ts'

export const newKinds = ['loop', 'team', 'workshop'] as const
export type NewKind = (typeof newKinds)[number]

interface NewSpaceTexts {
  title: string
  lede: string
  nameHint: string
  people: string
  guestsHint: string
  act: string
  created: (name: string) => string
}

/** What the one form says of each kind of space. */
export const newSpaceTexts = (kind: NewKind, t: SayHere): NewSpaceTexts =>
  kind === 'loop'
    ? {
        title: t('loop.title'),
        lede: t('loop.lede'),
        nameHint: t('loop.nameHint'),
        people: t('loop.people'),
        guestsHint: t('loop.guestsHint'),
        act: t('loop.act'),
        created: (name) => t('loop.created', { name }),
      }
    : {
        title: t(`newSpace.title.${kind}`),
        lede: t(`newSpace.lede.${kind}`),
        nameHint: t(`newSpace.nameHint.${kind}`),
        people: t(kind === 'workshop' ? 'newSpace.pilots' : 'loop.people'),
        guestsHint: t('newSpace.guestsHint.workshop'),
        act: t(`newSpace.act.${kind}`),
        created: (name) => t(`newSpace.created.${kind}`, { name }),
      }
