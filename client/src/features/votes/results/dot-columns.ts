interface Value {
  value: number
  votes: number
}
export interface Column {
  /** Where it stands, in hundredths from the lowest to the highest. */
  share: number
  votes: number
  values: number[]
}

/** How many columns of dots fit beside each other on a phone. */
const COLUMNS = 24

/** Proposed numbers on one line, those that would lie over each other in one column. */
export const columnsOf = (
  values: readonly Value[],
): { columns: Column[]; tallest: number; low: number; high: number } => {
  const numbers = values.map(({ value }) => value)
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const columns = new Map<number, Column>()
  for (const { value, votes } of values) {
    const step = high === low ? COLUMNS / 2 : Math.round(((value - low) / (high - low)) * COLUMNS)
    const column = columns.get(step) ?? { share: (100 * step) / COLUMNS, votes: 0, values: [] }
    column.votes += votes
    column.values.push(value)
    columns.set(step, column)
  }
  const all = [...columns.values()]
  return { columns: all, tallest: Math.max(...all.map(({ votes }) => votes)), low, high }
}
