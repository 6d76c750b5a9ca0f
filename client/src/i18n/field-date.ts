const pad = (value: number): string => String(value).padStart(2, '0')

/** A day so many days ahead, as a date field writes it in the reader's own calendar. */
export const dayAfter = (days: number, from: Date): string => {
  const at = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days)
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

/** An instant as a date and time field writes it, in the reader's own time. */
export const asField = (at: Date): string => `${dayAfter(0, at)}T${pad(at.getHours())}:${pad(at.getMinutes())}`

/** The same at an hour, as a date and time field writes it. */
export const hourAfter = (days: number, hour: number, from: Date): string => `${dayAfter(days, from)}T${pad(hour)}:00`

/** What a date, or date and time, field gave as an instant; the last second of a day. Undefined when it is none. */
export const instantOf = (value: string): string | undefined => {
  if (value === '') return undefined
  const at = new Date(value.includes('T') ? value : `${value}T23:59:59`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
