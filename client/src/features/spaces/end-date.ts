const pad = (value: number): string => String(value).padStart(2, '0')

/** A day as a date field writes it, in the reader's own calendar. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`

/** The end of a day that a date field gave, as an instant; undefined when there is none. */
export const endOfDay = (day: string): string | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const at = new Date(`${day}T23:59:59`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** The day that lies so many days ahead. */
export const daysAhead = (days: number, from: Date): string =>
  dayOf(new Date(from.getFullYear(), from.getMonth(), from.getDate() + days))
