import { isUtf8 } from 'node:buffer'
import { extname } from 'node:path'

/** How the bytes of a file begin. */
type Sign = 'pdf' | 'zip' | 'ole' | 'text'

/** The documents that can be attached to a page, by the end of their name: how they are served, and how they must begin. */
const KINDS: Record<string, readonly [type: string, sign: Sign]> = {
  pdf: ['application/pdf', 'pdf'],
  odt: ['application/vnd.oasis.opendocument.text', 'zip'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet', 'zip'],
  odp: ['application/vnd.oasis.opendocument.presentation', 'zip'],
  odg: ['application/vnd.oasis.opendocument.graphics', 'zip'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'zip'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'zip'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'zip'],
  doc: ['application/msword', 'ole'],
  xls: ['application/vnd.ms-excel', 'ole'],
  ppt: ['application/vnd.ms-powerpoint', 'ole'],
  zip: ['application/zip', 'zip'],
  csv: ['text/csv', 'text'],
  txt: ['text/plain', 'text'],
}

const STARTS: Record<Exclude<Sign, 'text'>, readonly number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  zip: [0x50, 0x4b],
  ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
}

/** Windows' own letters are read too, since spreadsheets write them: what has no zero byte is text. */
const isText = (bytes: Uint8Array): boolean => isUtf8(bytes) || !bytes.includes(0)

/** The media type of a document by its name, when its bytes begin as that kind does; null for what cannot be attached. */
export function documentType(name: string, bytes: Uint8Array): string | null {
  const [type, sign] = KINDS[extname(name).slice(1).toLowerCase()] ?? []
  if (type === undefined || sign === undefined || bytes.length === 0) return null
  const begins = sign === 'text' ? isText(bytes) : STARTS[sign].every((byte, i) => bytes[i] === byte)
  return begins ? type : null
}
