import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Reader } from './reader.ts'
import { scanUpdate, type UpdateScan } from './update-scan.ts'

export interface ScannedUpdate {
  bytes: Uint8Array
  scan: UpdateScan
}

/**
 * Several updates as one, so that a reader gets one frame. What typists send is joined by copying bytes (blocks of clients,
 * highest client first as Yjs writes them, then the deletions); anything else goes through `Y.mergeUpdates`.
 */
export function mergeScanned(updates: readonly ScannedUpdate[]): Uint8Array {
  const [first] = updates
  if (first && updates.length === 1) return first.bytes
  const blocks = joinBlocks(updates)
  if (!blocks) return mergeMany(updates.map(({ bytes }) => bytes))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, blocks.length)
  for (const block of blocks) {
    encoding.writeVarUint(encoder, block.structs)
    encoding.writeVarUint(encoder, block.client)
    encoding.writeVarUint(encoder, block.from)
    for (const part of block.parts) encoding.writeUint8Array(encoder, part)
  }
  writeDeletes(encoder, updates)
  return encoding.toUint8Array(encoder)
}

/** `Y.mergeUpdates` sorts all its inputs for each struct: many inputs go through it in small groups. */
function mergeMany(updates: readonly Uint8Array[]): Uint8Array {
  let merged = [...updates]
  while (merged.length > 1) {
    const next: Uint8Array[] = []
    for (let i = 0; i < merged.length; i += GROUP) next.push(Y.mergeUpdates(merged.slice(i, i + GROUP)))
    merged = next
  }
  return merged[0] ?? new Uint8Array([0, 0])
}

const GROUP = 32

interface Block {
  client: number
  from: number
  to: number
  structs: number
  parts: Uint8Array[]
}

/** Undefined where copying would not do: an update with several blocks, or a client whose clocks do not follow each other. */
function joinBlocks(updates: readonly ScannedUpdate[]): Block[] | undefined {
  const blocks = new Map<number, Block>()
  for (const { bytes, scan } of updates) {
    if (scan.ranges.length > 1) return undefined
    const [range] = scan.ranges
    if (!range) continue
    const part = bytes.subarray(scan.structsAt, scan.deletesAt)
    const block = blocks.get(range.client)
    if (!block) {
      blocks.set(range.client, { ...range, structs: scan.structs, parts: [part] })
      continue
    }
    if (block.to !== range.from) return undefined
    block.to = range.to
    block.structs += scan.structs
    block.parts.push(part)
  }
  return [...blocks.values()].sort((a, b) => b.client - a.client)
}

function writeDeletes(encoder: encoding.Encoder, updates: readonly ScannedUpdate[]): void {
  const sets = updates.filter(({ scan }) => scan.deletes).map(({ bytes, scan }) => bytes.subarray(scan.deletesAt))
  const [only] = sets
  if (only && sets.length === 1) encoding.writeUint8Array(encoder, only)
  else writeDeleteRanges(encoder, readDeletes(sets))
}

type Deletes = Map<number, { clock: number; len: number }[]>

function readDeletes(sets: readonly Uint8Array[]): Deletes {
  const deletes: Deletes = new Map()
  for (const set of sets) {
    const reader = new Reader(set)
    for (let clients = reader.uint(); clients > 0; clients -= 1) {
      const client = reader.uint()
      const ranges = deletes.get(client) ?? []
      deletes.set(client, ranges)
      for (let count = reader.uint(); count > 0; count -= 1) ranges.push({ clock: reader.uint(), len: reader.uint() })
    }
  }
  for (const [client, ranges] of deletes) deletes.set(client, sortedRanges(ranges))
  return deletes
}

/** By clock, without overlaps, as Yjs wants them. */
function sortedRanges(ranges: { clock: number; len: number }[]): { clock: number; len: number }[] {
  const sorted: { clock: number; len: number }[] = []
  for (const { clock, len } of ranges.sort((a, b) => a.clock - b.clock)) {
    const last = sorted.at(-1)
    if (last && last.clock + last.len >= clock) last.len = Math.max(last.len, clock + len - last.clock)
    else sorted.push({ clock, len })
  }
  return sorted
}

/**
 * Merges updates and joins what was typed in one go into one struct, as Yjs does in a document, but without a document: deleted
 * text stays readable, for the history. Joining is sound because the second struct names the first as its origin, so that
 * whoever put something in between did it after both (Yjs: Item.mergeWith).
 */
export function squashUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const merged = mergeScanned(updates.map((bytes) => ({ bytes, scan: scanUpdate(bytes) })))
  const { structs, ds } = Y.decodeUpdate(merged)
  const encoder = new Y.UpdateEncoderV1()
  const clients = Map.groupBy(joinStructs(structs), (struct) => struct.id.client)
  encoding.writeVarUint(encoder.restEncoder, clients.size)
  for (const [client, own] of clients) {
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(encoder, 0)
  }
  writeDeleteRanges(encoder.restEncoder, ds.clients)
  return encoder.toUint8Array()
}

type Struct = Y.Item | Y.GC | Y.Skip

function joinStructs(structs: readonly Struct[]): Struct[] {
  const joined: Struct[] = []
  for (const struct of structs) {
    const last = joined.at(-1)
    if (!(last instanceof Y.Item && struct instanceof Y.Item && follows(last, struct))) {
      joined.push(struct)
      continue
    }
    const length = struct.length
    if (last.content.mergeWith(struct.content)) last.length += length
    else joined.push(struct)
  }
  return joined
}

function follows(last: Y.Item, next: Y.Item): boolean {
  return (
    last.id.client === next.id.client &&
    last.id.clock + last.length === next.id.clock &&
    last.content.constructor === next.content.constructor &&
    Y.compareIDs(next.origin, last.lastId) &&
    Y.compareIDs(last.rightOrigin, next.rightOrigin)
  )
}

function writeDeleteRanges(encoder: encoding.Encoder, deletes: Deletes): void {
  encoding.writeVarUint(encoder, deletes.size)
  for (const [client, ranges] of [...deletes].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
}
