import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '@cenacle/migrations'
import { type Database, openPGlite } from './open.ts'

/** A committee as it was before candidacies could be opened again: the last migration of then. */
const BEFORE = '0012-imports'
const ids = { space: id(1), open: id(2), failed: id(3), fresh: id(4), votes: { open: id(5), failed: id(6) } }
let database: Database

function id(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
}
const run = (statement: string): Promise<unknown> => sql.raw(statement).execute(database.db)

before(async () => {
  database = await openPGlite()
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: async () => migrations } })
  const first = await migrator.migrateTo(BEFORE)
  assert.equal(first.error, undefined)
  await run(`insert into space (id, kind, slug, name, created_at)
    values ('${ids.space}', 'committee', 'comite', 'Comité', now())`)
  for (const [name, closes] of [
    ['open', `now() + interval '3 days'`],
    ['failed', `now() - interval '40 days'`],
  ] as const) {
    await run(`insert into vote (id, space_id, kind, method, question, rules, opens_at, closes_at, roll_size, rules_hash, roll_hash, draw_nonce)
      values ('${ids.votes[name]}', '${ids.space}', 'candidacy', 'threshold', 'Admettre ?', '{}', now() - interval '50 days', ${closes}, 4, '', '', '')`)
    await candidacy(ids[name], `'${ids.votes[name]}'`)
  }
  await candidacy(ids.fresh, 'null')
  const last = await migrator.migrateToLatest()
  assert.equal(last.error, undefined)
})
after(() => database.close())

const candidacy = (key: string, vote: string): Promise<unknown> =>
  run(`insert into candidacy (id, name, email, email_key, college, employer, motivation, html, submitted_at, vote_id)
    values ('${key}', 'Maud', 'maud${key}@ville.fr', 'maud${key}@ville.fr', 'woman', '', '', '', now() - interval '60 days', ${vote})`)

describe('an upgrade from before votes could be opened again', () => {
  it('leaves what was over over: too few had voted then, and nobody is surprised by a vote that starts anew', async () => {
    const rows = await database.db.selectFrom('candidacy').select(['id', 'prolonged_at']).orderBy('id').execute()
    assert.deepEqual(
      rows.map((row) => [row.id, row.prolonged_at !== null]),
      [
        [ids.open, false],
        [ids.failed, true],
        [ids.fresh, false],
      ],
    )
  })
  it('has every candidacy that is over, or that nobody opened, looked at once', async () => {
    const jobs = await database.db.selectFrom('job').select('payload').where('type', '=', 'candidacy.tend').execute()
    const seen = jobs.map(({ payload }) => (payload as { candidacyId: string }).candidacyId).toSorted()
    assert.deepEqual(seen, [ids.failed, ids.fresh])
  })
})
