/**
 * One entry of a calendar. Its `uid` names it for ever: a program that has read it replaces what it had when the sequence is
 * higher.
 */
export interface CalendarEntry {
  /** Unique in the world: an id of ours and the host, as RFC 7986 advises. */
  uid: string
  /** Grows with each change that whoever had noted it must learn of. */
  sequence: number
  /** When the entry was last changed. */
  changedAt: Date
  startsAt: Date
  /** Nothing for what is an instant, such as a close. */
  endsAt?: Date | undefined
  title: string
  /** Plain text. */
  description?: string | undefined
  place?: string | undefined
  url?: string | undefined
  cancelled?: boolean | undefined
  /** A reminder so many minutes before. */
  remindMinutes?: number | undefined
}

const CRLF = '\r\n'
const LINE_OCTETS = 75
const utf8 = new TextEncoder()

/**
 * A calendar as other programs read it (RFC 5545), times in UTC.
 * @param name what a program that subscribes calls it
 * @returns text with CRLF, to be sent as UTF-8
 */
export function calendarOf(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cenacle//Cenacle//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => fold(line) + CRLF).join('')
}

function linesOf(entry: CalendarEntry): string[] {
  const { uid, sequence, changedAt, startsAt, endsAt, title, description, place, url, cancelled, remindMinutes } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    ...(endsAt ? [`DTEND:${utc(endsAt)}`] : []),
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // What takes no time blocks none in the calendar of whoever notes it.
    `TRANSP:${endsAt ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(remindMinutes !== undefined && !cancelled
      ? [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(title)}`,
          `TRIGGER:-PT${remindMinutes}M`,
          'END:VALARM',
        ]
      : []),
    'END:VEVENT',
  ]
}

/** `20261122T054500Z`. */
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** TEXT of RFC 5545, 3.3.11; control characters, which it does not allow, are left out. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  )
}

/** Folds a line after 75 octets at most (RFC 5545, 3.1), never inside a character. */
function fold(line: string): string {
  if (utf8.encode(line).length <= LINE_OCTETS) return line
  let folded = ''
  let room = LINE_OCTETS
  for (const character of line) {
    const octets = utf8.encode(character).length
    if (octets > room) {
      folded += `${CRLF} `
      room = LINE_OCTETS - 1
    }
    folded += character
    room -= octets
  }
  return folded
}
