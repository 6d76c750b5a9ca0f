/** What a deliberation decided besides the jury: it may order those who are exactly level, or leave a medal unattributed. */
export type Deliberation = {
  readonly ties: readonly { readonly order: readonly string[] }[]
  readonly withheld: readonly string[]
}

/** A level of the award and who gets it: several are ex æquo. `withheld`: the deliberation leaves it unattributed. */
export type Level = { readonly medal: string; readonly winners: readonly string[]; readonly withheld: boolean }

/**
 * Whether a deliberation stays within what it may do: each order is one whole group of the ranking that is exactly level, and none
 * is ordered twice; only medals that there are are withheld.
 * @returns the first order or medal that is not allowed, or null
 */
export function deliberationFault(
  ranking: readonly (readonly string[])[],
  medals: readonly string[],
  { ties, withheld }: Deliberation,
): { readonly kind: 'tie' | 'medal'; readonly index: number } | null {
  const seen = new Set<string>()
  for (const [index, { order }] of ties.entries()) {
    const key = keyOf(order)
    const isGroup = ranking.some((group) => group.length > 1 && keyOf(group) === key)
    if (!isGroup || seen.has(key) || new Set(order).size !== order.length) return { kind: 'tie', index }
    seen.add(key)
  }
  const wrong = withheld.findIndex((medal, index) => !medals.includes(medal) || withheld.indexOf(medal) !== index)
  return wrong === -1 ? null : { kind: 'medal', index: wrong }
}

/**
 * Medals by level (voting.md 2.3): who is first gets the highest; those exactly level share one, and as many levels below it stay
 * empty as there were besides the first. A withheld medal goes to nobody, and nobody moves up.
 * @param ranking best first, those of a group exactly level
 * @param medals highest first
 * @throws RangeError when the deliberation goes beyond what it may do
 */
export function medalsOf(
  ranking: readonly (readonly string[])[],
  medals: readonly string[],
  deliberation: Deliberation,
): Level[] {
  const fault = deliberationFault(ranking, medals, deliberation)
  if (fault) throw new RangeError(`the deliberation may not decide this ${fault.kind}`)
  const winners = new Map<number, readonly string[]>()
  let place = 0
  for (const group of inOrder(ranking, deliberation)) {
    winners.set(place, group)
    place += group.length
  }
  return medals.map((medal, index) => {
    const withheld = deliberation.withheld.includes(medal)
    return { medal, winners: withheld ? [] : [...(winners.get(index) ?? [])], withheld }
  })
}

/** The ranking as it stands after the deliberation. */
export function inOrder(
  ranking: readonly (readonly string[])[],
  { ties }: Pick<Deliberation, 'ties'>,
): (readonly string[])[] {
  const orders = new Map(ties.map(({ order }) => [keyOf(order), order]))
  return ranking.flatMap((group) => orders.get(keyOf(group))?.map((id) => [id]) ?? [group])
}

const keyOf = (ids: readonly string[]): string => JSON.stringify(ids.toSorted())
