/**
 * Who judges, of a drawn order: the first who are not gone.
 * @param gone who of it does not judge any more
 */
export const teamOf = (order: readonly string[], gone: readonly string[], places: number): string[] =>
  order.filter((id) => !gone.includes(id)).slice(0, places)

/**
 * Goes down a drawn order until every place is taken again, and passes over those who cannot judge.
 * @param mayJudge who can now
 * @returns who was passed over, those of before included, in the order of the draw: nobody further down is named
 */
export function passedOver(
  order: readonly string[],
  { before, places, mayJudge }: { before: readonly string[]; places: number; mayJudge: ReadonlySet<string> },
): string[] {
  const gone: string[] = []
  for (const [index, id] of order.entries()) {
    const isNeeded = index - gone.length < places
    if (before.includes(id) || (isNeeded && !mayJudge.has(id))) gone.push(id)
  }
  return gone
}
