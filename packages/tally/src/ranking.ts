/** Best first; options of one group are ex æquo, in the order in which the options were given. */
export type Ranking = readonly (readonly string[])[]

/** What every method over several options answers; with no ballot all options are tied. */
export type Tally<Details> = {
  readonly status: 'no_ballot' | 'counted'
  readonly ranking: Ranking
  readonly details: Details
}

/**
 * Groups options from best to worst.
 * @param compare negative when a is better than b, 0 for an exact tie; must be a total preorder
 */
export function rankBy(options: readonly string[], compare: (a: string, b: string) => number): Ranking {
  const groups: string[][] = []
  for (const option of options.toSorted(compare)) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && compare(last[0], option) === 0) last.push(option)
    else groups.push([option])
  }
  return groups
}

/**
 * Reads what many ballots say of the same options as places in their list, one group after the other: far faster than names when
 * there are 100,000 of them.
 * @returns a function that throws RangeError on an unknown option or one named twice
 */
export function placesOf(options: readonly string[]): (ranking: Ranking) => number[] {
  checkChosen(options, options)
  const placeOf = new Map(options.map((option, place) => [option, place]))
  const lastSeen = options.map(() => 0)
  let ballot = 0
  return (ranking) => {
    const places: number[] = []
    ballot += 1
    for (const group of ranking)
      for (const option of group) {
        const place = placeOf.get(option)
        if (place === undefined) throw new RangeError(`unknown option: ${option}`)
        if (lastSeen[place] === ballot) throw new RangeError(`an option is named twice: ${option}`)
        lastSeen[place] = ballot
        places.push(place)
      }
    return places
  }
}

/**
 * Checks that `chosen` names each option at most once and no unknown one.
 * @throws RangeError otherwise
 */
export function checkChosen(chosen: readonly string[], options: readonly string[]): void {
  if (new Set(chosen).size !== chosen.length) throw new RangeError(`an option is named twice: ${chosen.join(', ')}`)
  const unknown = chosen.find((option) => !options.includes(option))
  if (unknown !== undefined) throw new RangeError(`unknown option: ${unknown}`)
}
