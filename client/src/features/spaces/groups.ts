import type { Space, SpaceKind } from '@cenacle/contract/space'

const order: readonly SpaceKind[] = ['committee', 'team', 'loop', 'workshop', 'public']

/** Spaces by kind in the order of the house, by name inside; the closed ones last. */
export const groupsOf = (spaces: readonly Space[]): { kind: SpaceKind; spaces: Space[] }[] => {
  const collator = new Intl.Collator('fr', { numeric: true })
  return order
    .map((kind) => ({
      kind,
      spaces: spaces
        .filter((space) => space.kind === kind)
        .toSorted(
          (a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null) || collator.compare(a.name, b.name),
        ),
    }))
    .filter((group) => group.spaces.length > 0)
}
