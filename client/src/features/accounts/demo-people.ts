import type { DemoAnswer } from '@cenacle/contract/session'

export type DemoPerson = DemoAnswer['people'][number]
export type Angle = 'member' | 'facilitator' | 'guest' | 'ambassador' | 'administrator'

const isGuide = (person: DemoPerson): boolean =>
  person.role === 'member' && person.spaces.some((space) => space.kind === 'workshop' && space.role === 'facilitator')

const angles: readonly { angle: Angle; fits: (person: DemoPerson) => boolean }[] = [
  { angle: 'member', fits: (person) => person.role === 'member' && !isGuide(person) },
  { angle: 'facilitator', fits: isGuide },
  { angle: 'guest', fits: (person) => person.role === 'guest' },
  { angle: 'ambassador', fits: (person) => person.role === 'ambassador' },
  { angle: 'administrator', fits: (person) => person.role === 'administrator' },
]

/** One person for each way of looking at the product, women and men in turn where there is the choice. */
export const suggested = (people: readonly DemoPerson[]): { angle: Angle; person: DemoPerson }[] =>
  angles.flatMap(({ angle, fits }, i) => {
    const fitting = people.filter(fits)
    const person = fitting.find(({ college }) => college === (i % 2 === 0 ? 'woman' : 'man')) ?? fitting[0]
    return person ? [{ angle, person }] : []
  })

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** People by role in the order of the committee, those whose name or function contains each word that is looked for. */
export const grouped = (
  people: readonly DemoPerson[],
  wanted: string,
): { role: DemoPerson['role']; people: DemoPerson[] }[] => {
  const words = fold(wanted).split(/\s+/).filter(Boolean)
  const matches = people.filter((person) => {
    const text = fold(`${person.name} ${person.headline}`)
    return words.every((word) => text.includes(word))
  })
  const collator = new Intl.Collator('fr')
  const roles = ['member', 'ambassador', 'guest', 'candidate', 'administrator'] as const
  return roles
    .map((role) => ({
      role,
      people: matches.filter((person) => person.role === role).toSorted((a, b) => collator.compare(a.name, b.name)),
    }))
    .filter((group) => group.people.length > 0)
}
