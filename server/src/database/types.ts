import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.gen.ts'

/** A database handle. Inside a transaction `ctx.db` is the transaction: PGlite has no other connection. */
export type Db = Kysely<Schema>
/** A handle that is certainly a transaction: what takes locks or must not be half done asks for it. */
export type Tx = Transaction<Schema>
export type { Schema }
