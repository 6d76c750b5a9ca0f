import type { Dictionary, Message } from './message.ts'

const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/**
 * French typography, so that nobody has to type invisible characters in the dictionary: narrow no-break space before
 * ; ! ?, no-break space before : and inside « », typographic apostrophe and ellipsis, numbers that stay with their unit.
 * Source: Imprimerie nationale, « Lexique des règles typographiques », as browsers and screen readers accept it.
 */
export const typeset = (text: string): string =>
  text
    .replaceAll("'", '’')
    .replaceAll('...', '…')
    .replace(/[ \u00a0\u202f]*([;!?]+)(?=[\s»)…]|$)/g, `${NARROW}$1`)
    .replace(/[ \u00a0\u202f]+:/g, `${NO_BREAK}:`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NO_BREAK}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NO_BREAK}»`)
    .replace(/(\d) (?=\d{3}\b)/g, `$1${NARROW}`)
    .replace(/(\d|\}) (?=(h|min|%|€|Mo|ko)(?![\p{L}\d]))/gu, `$1${NO_BREAK}`)
    .replace(/\b(M\.|Mme) /g, `$1${NO_BREAK}`)

const typesetMessage = (message: Message): Message =>
  typeof message === 'string'
    ? typeset(message)
    : {
        ...(message.zero === undefined ? {} : { zero: typeset(message.zero) }),
        one: typeset(message.one),
        other: typeset(message.other),
      }

/** A dictionary with each of its texts typeset. */
export const typesetAll = <T extends Dictionary>(dictionary: T): Record<keyof T, Message> =>
  Object.fromEntries(Object.entries(dictionary).map(([key, message]) => [key, typesetMessage(message)])) as Record<
    keyof T,
    Message
  >

/** The same for a title that somebody else wrote: only what would break a line in the wrong place, no letter changes. */
export const bindPunctuation = (title: string): string =>
  title
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:»])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
