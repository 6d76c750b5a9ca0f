import { scoreLimits, type ScoreFaultCode } from '@cenacle/contract/award-score'

/** Spaces that write thousands: of a keyboard, of Windows, of French typography. */
const NUMBER = /^([-−]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:([.,])(\d+))?$/u

/** A score as it is counted: whole `points` of so many decimals. `mark`: how its decimals were written. */
export type Read = { points: number; mark: '.' | ',' | null } | { fault: ScoreFaultCode }

/**
 * Reads a number as a spreadsheet writes it, French or English, exactly: what has more decimals than were declared is refused, not
 * rounded, so that « 1,234 » of somebody who meant thousands is not 1.23.
 * @param decimals declared for the whole file, 0 to 6
 */
export function readScore(cell: string, decimals: number): Read {
  const text = cell.trim()
  if (text === '') return { fault: 'score-missing' }
  const found = NUMBER.exec(text)
  if (!found) return { fault: startsFormula(text) ? 'formula' : 'score-not-a-number' }
  const [, sign, whole = '', mark, written = ''] = found
  const digits = whole.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '')
  const fraction = written.replace(/0+$/, '')
  if (fraction.length > decimals) return { fault: 'score-decimals' }
  if (digits.length > scoreLimits.digits) return { fault: 'score-out-of-range' }
  const points = Number(digits + fraction.padEnd(decimals, '0'))
  // No minus zero: it would be another text of the same number.
  return { points: sign && points !== 0 ? -points : points, mark: mark === '.' || mark === ',' ? mark : null }
}

/** A cell that a spreadsheet would run. */
export const startsFormula = (text: string): boolean => /^[=+\-@\t\r]/u.test(text)

/** A score as text: 1250 of two decimals is « 12.50 ». */
export function writeScore(points: number, decimals: number): string {
  const digits = String(Math.abs(points)).padStart(decimals + 1, '0')
  const at = digits.length - decimals
  return `${points < 0 ? '-' : ''}${digits.slice(0, at)}${decimals > 0 ? `.${digits.slice(at)}` : ''}`
}
