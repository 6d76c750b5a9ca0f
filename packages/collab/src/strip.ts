import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { UpdateScan } from './update-scan.ts'

/** The clients whose text an update carries. */
export const clientsOf = (scan: UpdateScan): number[] => scan.ranges.map(({ client }) => client)

/** An update without what it carries of some clients; its deletions stay. */
export function withoutClients(update: Uint8Array, clients: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients.length)
  for (const client of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 2 ** 32)
  }
  return Y.diffUpdate(update, encoding.toUint8Array(encoder))
}
