import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { statements as foundation } from './0001-foundation.ts'
import { statements as forum } from './0002-forum.ts'
import { statements as pages } from './0003-pages.ts'
import { statements as votes } from './0004-votes.ts'
import { statements as wiki } from './0005-wiki.ts'
import { statements as tree } from './0006-tree.ts'
import { statements as comments } from './0007-comments.ts'
import { statements as history } from './0008-history.ts'
import { statements as publishing } from './0009-publishing.ts'
import { statements as recovered } from './0010-recovered.ts'
import { statements as imports } from './0012-imports.ts'

/** One migration: statements run one at a time, in order, inside the transaction that the migrator holds. */
const forward = (statements: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

/** All migrations by name; forward only. `npm run db:new -- name` adds one. */
export const migrations: Record<string, Migration> = {
  '0001-foundation': forward(foundation),
  '0002-forum': forward(forum),
  '0003-pages': forward(pages),
  '0004-votes': forward(votes),
  '0005-wiki': forward(wiki),
  '0006-tree': forward(tree),
  '0007-comments': forward(comments),
  '0008-history': forward(history),
  '0009-publishing': forward(publishing),
  '0010-recovered': forward(recovered),
  '0012-imports': forward(imports),
}
