import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type Deletes, deletesWithout, readDeletes, writeDeletes } from './deletes.ts'
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
  writeDeletesOf(encoder, updates)
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

function writeDeletesOf(encoder: encoding.Encoder, updates: readonly ScannedUpdate[]): void {
  const sets = updates.filter(({ scan }) => scan.deletes).map(({ bytes, scan }) => bytes.subarray(scan.deletesAt))
  const [only] = sets
  if (only && sets.length === 1) encoding.writeUint8Array(encoder, only)
  else writeDeletes(encoder, readDeletes(sets))
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
  writeDeletes(encoder.restEncoder, ds.clients)
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

/** An update without some of what it deletes. */
export function withoutDeletes({ bytes, scan }: ScannedUpdate, some: Deletes): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, bytes.subarray(0, scan.deletesAt))
  writeDeletes(encoder, deletesWithout(readDeletes([bytes.subarray(scan.deletesAt)]), some))
  return encoding.toUint8Array(encoder)
}
