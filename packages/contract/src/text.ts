import { z } from 'zod'

/** Limits, in code points unless said otherwise (reference/trust.md, section D, "Sizes"). */
export const limits = {
  title: 200,
  name: 80,
  line: 200,
  comment: 20_000,
  reason: 4_000,
  reasonMin: 30,
  email: 254,
  passwordMin: 12,
  passwordMax: 1024,
  pageBytes: 1_048_576,
} as const

const C0_EXCEPT_TAB_LF = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
const BIDI_OR_TAG = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]|[\u{e0000}-\u{e007f}]/u
const INVISIBLE =
  /[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd]/gu
const STACKED_MARKS = /\p{M}{5,}/u
const RESERVED_NAMES = new Set([
  'admin',
  'administrator',
  'administrateur',
  'administratrice',
  'root',
  'system',
  'systeme',
  'cenacle',
  'moderator',
])

/** Number of code points: what a reader counts, more or less, and what a limit means. */
export const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}

/** True when nothing of the text would be seen. */
export const isBlank = (text: string): boolean => text.replace(INVISIBLE, '') === ''

type Check = (text: string) => string | undefined

const wellFormed: Check = (text) => (text.isWellFormed() ? undefined : 'malformed-text')
const noControls: Check = (text) => (C0_EXCEPT_TAB_LF.test(text) ? 'control-characters' : undefined)
const oneLine: Check = (text) => (/[\n\t\u2028\u2029]/.test(text) ? 'one-line' : undefined)
const noBidi: Check = (text) => (BIDI_OR_TAG.test(text) ? 'hidden-characters' : undefined)
const notBlank: Check = (text) => (isBlank(text) ? 'required' : undefined)
const atMost =
  (max: number): Check =>
  (text) =>
    text.length > max && codePoints(text) > max ? 'too-long' : undefined
const fewMarks: Check = (text) => (STACKED_MARKS.test(text.normalize('NFD')) ? 'too-many-marks' : undefined)
const mixesScripts: Check = (text) =>
  /\p{Script=Latin}/u.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}]/u.test(text)
    ? 'mixed-scripts'
    : undefined
const notReserved: Check = (text) => (RESERVED_NAMES.has(foldName(text)) ? 'reserved-name' : undefined)

/** What a name is compared by: compatibility form, case folded, accents dropped. */
export const foldName = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

/** The one gate through which every text passes: refuses what cannot be stored or seen, then normalises (NFC, trimmed). */
function gate(max: number, checks: Check[]) {
  return z
    .string()
    .superRefine((text, ctx) => {
      for (const check of [atMost(max), wellFormed, noControls, ...checks]) {
        const code = check(text)
        if (code) return void ctx.addIssue({ code: 'custom', message: code, params: { max } })
      }
    })
    .transform((text) => text.normalize('NFC').trim())
    .meta({ maxLength: max })
}

/** One line that must say something: titles, subjects. */
export const lineText = (max: number = limits.title) => gate(max, [notBlank, oneLine, noBidi])
/** One line that may be empty. */
export const optionalLine = (max: number = limits.line) => gate(max, [oneLine, noBidi])
/** The name of a person: additionally readable, of one script, and not one of ours. */
export const personName = () => gate(limits.name, [notBlank, oneLine, noBidi, fewMarks, mixesScripts, notReserved])
/** Markdown or plain text over several lines that must say something. */
export const bodyText = (max: number = limits.comment) => gate(max, [notBlank])
/** The same, which may be empty. */
export const optionalBody = (max: number = limits.comment) => gate(max, [])
/** A reason: long enough to be one. */
export const reasonText = (min: number = limits.reasonMin, max: number = limits.reason) =>
  gate(max, [notBlank, (text) => (codePoints(text.trim()) < min ? 'too-short' : undefined)])

/** What e-mail addresses are compared by: NFC, lower case in the invariant locale. */
export const emailKey = (email: string): string => email.normalize('NFC').trim().toLowerCase()

/** A deliverable address: deliberately narrower than the RFC, which allows markup in the local part. */
export const email = () =>
  gate(limits.email, [
    notBlank,
    oneLine,
    noBidi,
    (text) =>
      /^[^\s@"<>()[\],;:\\]+@[^\s@"<>()[\],;:\\]+\.[^\s@"<>()[\],;:\\.]{2,}$/u.test(text.trim())
        ? undefined
        : 'not-an-email',
  ])

/** A password as it comes: never trimmed or normalised, only bounded. */
export const password = () =>
  z.string().superRefine((text, ctx) => {
    if (text.length > limits.passwordMax)
      return void ctx.addIssue({ code: 'custom', message: 'too-long', params: { max: limits.passwordMax } })
    if (!text.isWellFormed()) return void ctx.addIssue({ code: 'custom', message: 'malformed-text' })
    if (codePoints(text) < limits.passwordMin)
      ctx.addIssue({ code: 'custom', message: 'too-short', params: { min: limits.passwordMin } })
  })

/** An instant: ISO 8601 with offset, a date that exists, between 2000 and 2100. Stays a string on the wire. */
export const instant = () =>
  z.iso.datetime({ offset: true, error: 'not-a-date' }).refine((text) => {
    const time = Date.parse(text)
    return time >= Date.UTC(2000, 0, 1) && time < Date.UTC(2100, 0, 1)
  }, 'not-a-date')

export const id = () => z.uuid({ error: 'not-an-id' })
