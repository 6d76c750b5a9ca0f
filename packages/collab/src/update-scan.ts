import { Malformed, Reader } from './reader.ts'

/** The names that a page's Yjs document may have at its root. */
export const ROOT_TYPES: ReadonlySet<string> = new Set(['body', 'title'])

/** Clocks [from, to) of one Yjs client. */
export interface ClockRange {
  client: number
  from: number
  to: number
}

/** What rights, attribution and merging need to know of an update, read without building a single Yjs object. */
export interface UpdateScan {
  /** One per block of structs: an update of a typist has one, a deletion alone has none. */
  ranges: ClockRange[]
  /** Number of structs of the first block, and where its bytes start. */
  structs: number
  structsAt: number
  /** Where the set of deletions starts, and whether it has any. */
  deletesAt: number
  deletes: boolean
  /** Inserted characters, in UTF-16 units. */
  inserted: number
  /** Ids of new nodes: their depth is checked once they have a parent. */
  nodes: { client: number; clock: number }[]
  /** Only text, marks and deletions, in one block: it can be applied later, since it cannot fail. */
  plain: boolean
}

const ORIGIN = 128
const RIGHT_ORIGIN = 64
const PARENT_SUB = 32
const MAX_CLIENT = 2 ** 53 - 1
const MAX_CLOCK = 2 ** 32
const MAX_DEPTH = 20
const MAX_SMALL = 64 * 1024

/**
 * Checks the whole structure of a Yjs update (format V1, Yjs 13.6: src/utils/updates.js, src/structs/*.js) and lets through
 * only what our editor makes. What passes cannot make `Y.applyUpdate` throw: references of a client to itself go backwards,
 * texts are UTF-8, JSON parses, no sub-documents, no unknown roots, no empty structs.
 * @throws Malformed
 */
export function scanUpdate(update: Uint8Array): UpdateScan {
  const reader = new Reader(update)
  const scan: UpdateScan = {
    ranges: [],
    structs: 0,
    structsAt: 0,
    deletesAt: 0,
    deletes: false,
    inserted: 0,
    nodes: [],
    plain: true,
  }
  const blocks = reader.uint()
  for (let i = 0; i < blocks; i += 1) scanBlock(reader, scan)
  scan.deletesAt = reader.at
  scanDeletes(reader, scan)
  if (reader.left > 0) throw new Malformed('bytes after the update')
  if (blocks > 1) scan.plain = false
  return scan
}

/** Whether the update changes nothing at all, as most answers to a step 1 do. */
export const isEmptyUpdate = (scan: UpdateScan): boolean => scan.ranges.length === 0 && !scan.deletes

function scanBlock(reader: Reader, scan: UpdateScan): void {
  const structs = reader.uint()
  const client = reader.uint()
  const from = reader.uint()
  if (structs === 0 || structs > reader.left) throw new Malformed('a block without structs')
  if (client > MAX_CLIENT) throw new Malformed('a client id is too large')
  if (scan.ranges.some((range) => range.client === client)) throw new Malformed('a client has two blocks')
  if (scan.ranges.length === 0) {
    scan.structs = structs
    scan.structsAt = reader.at
  }
  let clock = from
  for (let i = 0; i < structs; i += 1) {
    const length = scanStruct(reader, scan, client, clock)
    if (length === 0) throw new Malformed('an empty struct')
    clock += length
    if (clock > MAX_CLOCK) throw new Malformed('a clock is too large')
  }
  scan.ranges.push({ client, from, to: clock })
}

function scanStruct(reader: Reader, scan: UpdateScan, client: number, clock: number): number {
  const info = reader.byte()
  const content = info & 31
  if (content === 0) return reader.uint()
  if (info === 10) {
    scan.plain = false
    return reader.uint()
  }
  if ((info & ORIGIN) !== 0) scanReference(reader, client, clock)
  if ((info & RIGHT_ORIGIN) !== 0) scanReference(reader, client, clock)
  if ((info & (ORIGIN | RIGHT_ORIGIN)) === 0) scanParent(reader, info, client, clock)
  return scanContent(reader, scan, content, client, clock)
}

function scanReference(reader: Reader, client: number, clock: number): void {
  const toClient = reader.uint()
  const toClock = reader.uint()
  if (toClient === client && toClock >= clock) throw new Malformed('a reference to what does not exist yet')
}

function scanParent(reader: Reader, info: number, client: number, clock: number): void {
  if (reader.uint() === 1) {
    if (!ROOT_TYPES.has(reader.text())) throw new Malformed('an unknown root type')
  } else scanReference(reader, client, clock)
  if ((info & PARENT_SUB) !== 0 && reader.text().length > 200) throw new Malformed('a name is too long')
}

function scanContent(reader: Reader, scan: UpdateScan, content: number, client: number, clock: number): number {
  switch (content) {
    case 1: // deleted
      return reader.uint()
    case 4: {
      const length = reader.skipText()
      scan.inserted += length
      return length
    }
    case 6: // a mark begins or ends
      if (reader.text().length > 200) throw new Malformed('a name is too long')
      checkJson(reader.text())
      return 1
    case 7:
      scanNode(reader)
      scan.nodes.push({ client, clock })
      scan.plain = false
      return 1
    case 8:
      scan.plain = false
      return scanAnyList(reader)
    default:
      throw new Malformed('a content that no page has')
  }
}

function scanNode(reader: Reader): void {
  const type = reader.uint()
  if (type !== 3 && type !== 6) throw new Malformed('a type that no page has')
  if (type === 3 && reader.text().length > 100) throw new Malformed('a name is too long')
}

function checkJson(text: string): void {
  if (text.length > MAX_SMALL) throw new Malformed('a value is too large')
  try {
    JSON.parse(text)
  } catch {
    throw new Malformed('a value is not JSON')
  }
}

function scanAnyList(reader: Reader): number {
  const length = reader.uint()
  const start = reader.at
  if (length > reader.left) throw new Malformed('the bytes end too early')
  for (let i = 0; i < length; i += 1) scanAny(reader, 0)
  if (reader.at - start > MAX_SMALL) throw new Malformed('a value is too large')
  return length
}

/** A value in lib0's `any` encoding (lib0/encoding.js, writeAny). */
function scanAny(reader: Reader, depth: number): void {
  if (depth > MAX_DEPTH) throw new Malformed('a value is nested too deeply')
  const tag = reader.byte()
  if (tag === 125) return reader.skipInt()
  if (tag === 124) return reader.skip(4)
  if (tag === 123 || tag === 122) return reader.skip(8)
  if (tag === 119) return void reader.skipText()
  if (tag === 118 || tag === 117) {
    const length = reader.uint()
    if (length > reader.left) throw new Malformed('the bytes end too early')
    for (let i = 0; i < length; i += 1) {
      if (tag === 118 && reader.text() === '__proto__') throw new Malformed('a forbidden key')
      scanAny(reader, depth + 1)
    }
    return
  }
  if (tag === 116) return reader.skip(reader.uint())
  if (tag !== 127 && tag !== 126 && tag !== 121 && tag !== 120) throw new Malformed('an unknown value')
}

/** Yjs 13.6 breaks on empty and unsorted deletions that have to wait: they are refused, since it never writes them. */
function scanDeletes(reader: Reader, scan: UpdateScan): void {
  const clients = reader.uint()
  const seen = new Set<number>()
  for (let i = 0; i < clients; i += 1) {
    const client = reader.uint()
    const count = reader.uint()
    if (seen.has(client) || count === 0 || count > reader.left / 2) throw new Malformed('deletions of no client')
    seen.add(client)
    scan.deletes = true
    let end = 0
    for (let k = 0; k < count; k += 1) {
      const clock = reader.uint()
      const length = reader.uint()
      if (clock < end || length === 0 || clock + length > MAX_CLOCK) throw new Malformed('deletions out of order')
      end = clock + length
    }
  }
}
