/** An instant some milliseconds after another; a negative number is before it. Features make no dates of their own. */
export const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)

/** The later of two instants, and the earlier. */
export const latest = (a: Date, b: Date): Date => (a > b ? a : b)
export const earliest = (a: Date, b: Date): Date => (a < b ? a : b)

/** An instant of the wire, already checked by the contract. */
export const instantOf = (iso: string): Date => new Date(iso)

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** A span of whole days, in days. */
export const daysOf = (milliseconds: number): number => Math.round(milliseconds / DAY_MS)

const clockInParis = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** An hour of the day, by the clocks of Paris, on which an instant falls there. */
export function morningOf(at: Date, hour: number): Date {
  const [hours = 0, minutes = 0, seconds = 0] = clockInParis.format(at).split(':').map(Number)
  const sinceMidnight = hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS + at.getMilliseconds()
  return after(at, hour * HOUR_MS - sinceMidnight)
}
