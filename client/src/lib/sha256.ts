import { digest } from 'lib0/hash/sha256'

const utf8 = new TextEncoder()

/** SHA-256 of a text in lower-case hexadecimal. Not crypto.subtle: a page served over plain HTTP has none. */
export const sha256 = (text: string): string =>
  Array.from(digest(utf8.encode(text)), (byte) => byte.toString(16).padStart(2, '0')).join('')
