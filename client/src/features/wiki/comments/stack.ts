/** A card beside the text, in pixels: where it would like to stand, and how high it is. */
export interface Card {
  id: string
  top: number
  height: number
}

/**
 * Where cards stand so that none covers another, in their order, as near to their wish as may be. The one that is looked at stands at its
 * place; those above it make way upwards, those below downwards.
 * @param least nothing stands above this
 * @param gap between two cards, px
 */
export function stack(
  cards: readonly Card[],
  active: string | undefined,
  { least, gap }: { least: number; gap: number },
): Map<string, number> {
  const sorted = cards.toSorted((a, b) => a.top - b.top)
  const places = sorted.map(({ top }) => Math.max(least, top))
  const push = (from: number): void => {
    for (let i = Math.max(1, from); i < sorted.length; i++)
      places[i] = Math.max(places[i] ?? 0, (places[i - 1] ?? 0) + (sorted[i - 1]?.height ?? 0) + gap)
  }
  push(1)
  const looked = sorted.findIndex(({ id }) => id === active)
  if (looked > 0) {
    places[looked] = Math.max(least, sorted[looked]?.top ?? 0)
    for (let i = looked - 1; i >= 0; i--) {
      places[i] = Math.min(places[i] ?? 0, (places[i + 1] ?? 0) - (sorted[i]?.height ?? 0) - gap)
    }
    const short = least - (places[0] ?? least)
    if (short > 0) for (let i = 0; i <= looked; i++) places[i] = (places[i] ?? 0) + short
    for (let i = looked + 1; i < sorted.length; i++) places[i] = Math.max(least, sorted[i]?.top ?? 0)
    push(looked + 1)
  }
  return new Map(sorted.map(({ id }, i) => [id, places[i] ?? 0]))
}
