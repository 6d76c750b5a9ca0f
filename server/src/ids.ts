import { randomBytes, createHash } from 'node:crypto'

let last = 0
let counter = 0

/**
 * A UUIDv7 (RFC 9562): sorts by time, and within a millisecond of one process by a 12-bit counter.
 * @param now milliseconds since the epoch
 */
export function uuidv7(now: number): string {
  counter = now > last ? randomBytes(2).readUInt16BE() & 0x7ff : counter + 1
  last = Math.max(last, now) + (counter > 0xfff ? 1 : 0)
  if (counter > 0xfff) counter = 0
  const bytes = randomBytes(16)
  bytes.writeUIntBE(last, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A secret for a link: 200 random bits in URL-safe text. */
export const newSecret = (): string => randomBytes(25).toString('base64url')

/** What is stored in place of a secret, so that a stolen table signs nobody in. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
