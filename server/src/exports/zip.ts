import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A file of an archive. */
export interface Entry {
  name: string
  bytes: Uint8Array
}

/**
 * Files as a zip, the same bytes for the same files.
 * @param date of every file (ISO 8601); a zip knows no time zone: what stands in it is UTC
 */
export async function zipOf(entries: readonly Entry[], date: string): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { name, bytes } of entries)
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, optionsOf(date, name))
  zip.end()
  return buffer(zip.outputStream)
}

/** Pictures are compressed already. */
export const optionsOf = (date: string, name: string) => ({
  mtime: utcAsLocal(new Date(date)),
  mode: 0o100_644,
  forceDosTimestamp: true,
  compress: !/\.(?:webp|png|jpe?g)$/.test(name),
})

/** The instant whose local fields are the given one's in UTC: yazl writes local fields, and servers stand in different zones. */
const utcAsLocal = (at: Date): Date =>
  new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  )
