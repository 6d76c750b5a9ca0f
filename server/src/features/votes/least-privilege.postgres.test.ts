import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { PersonContext } from '../../context.ts'
import { sqlState } from '../../database/errors.ts'
import { type Database, openPostgres } from '../../database/open.ts'
import { testApp, type TestApp, viewerOf } from '../../../test/harness.ts'
import { urlOf } from '../../../test/postgres-tools.ts'
import { aSecretVote, sealed } from '../../../test/secret.ts'
import { aCommittee, type Committee, travelToClose } from '../../../test/votes.ts'
import { castBallot } from './commands/cast.ts'
import { settleVote } from './commands/settle.ts'
import { verifyDatabase } from './verify.ts'

const ROLE = `cenacle_app_${randomBytes(4).toString('hex')}`
const manual = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8')

let app: TestApp
let committee: Committee
let own: Database
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
  const url = await urlOf(app)
  const [, block = ''] = /```sql\n(create role cenacle_app[\s\S]*?)```/.exec(manual) ?? []
  const statements = block
    .replaceAll('cenacle_app', ROLE)
    .replace('database cenacle ', `database ${url.pathname.slice(1)} `)
    .split(';')
    .filter((one) => one.trim() !== '')
  assert.ok(statements.length >= 6, 'docs/operations.md does not say how to make the role')
  for (const statement of statements) await sql`${sql.raw(statement)}`.execute(app.deps.world.db)
  await sql`${sql.raw(`alter role ${ROLE} password 'own'`)}`.execute(app.deps.world.db)
  url.username = ROLE
  url.password = 'own'
  own = openPostgres(url.href, { max: 4 })
})
after(async () => {
  await own.close()
  await sql`${sql.raw(`drop owned by ${ROLE}`)}`.execute(app.deps.world.db)
  await sql`${sql.raw(`drop role ${ROLE}`)}`.execute(app.deps.world.db)
  await app.close()
})

/** What the server does for one member, with the rights of its role. */
async function contextOf(index: number): Promise<PersonContext> {
  const { id } = committee.members[index] ?? assert.fail()
  const person = await own.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { ...app.deps.world, db: own.db, viewer: viewerOf(person) }
}

describe('vote criterion 17: the role that docs/operations.md gives the server', () => {
  it('opens, takes and closes votes, named and secret ones', async () => {
    const [named, secret] = [await aSecretVote(app, committee, { secret: false }), await aSecretVote(app, committee)]
    for (const at of [0, 1, 2, 3, 4]) {
      const ctx = await contextOf(at)
      await castBallot(ctx, named.id, { choice: 'yes', reason: null })
      await castBallot(ctx, named.id, { choice: 'no', reason: null })
      await castBallot(ctx, secret.id, {
        choice: 'yes',
        reason: null,
        receipts: sealed(secret, { choice: 'yes' }).body.receipts,
      })
    }
    await travelToClose(app, secret, 0)
    for (const { id } of [named, secret]) await settleVote({ ...app.deps.world, db: own.db }, { voteId: id })
    const reports = await verifyDatabase(own.db)
    assert.deepEqual(
      reports.map(({ problem }) => problem),
      [null, null],
    )
    assert.ok(reports.some(({ events }) => events === 13) && reports.some(({ events }) => events === 3))
  })

  const forbidden = [
    `update vote_event set actor = 'm-001'`,
    'delete from vote_event',
    'truncate vote_event cascade',
    `update award_event set actor = 'system'`,
    'update award_event set detail = null',
    'delete from award_event',
    'truncate award_event',
    'drop trigger vote_event_append_only on vote_event',
    'alter table vote_event disable trigger all',
    `set session_replication_role = 'replica'`,
    `update vote_event_body set body = '{}'`,
    `update secret_line set content = '{}'`,
    'drop table secret_line',
    'create or replace function cenacle_clock() returns timestamptz language sql as $$ select now() $$',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    'insert into kysely_migration values (1, 2)',
  ]
  for (const statement of forbidden)
    it(`may not: ${statement}`, async () => {
      await assert.rejects(sql`${sql.raw(statement)}`.execute(own.db), (error) => sqlState(error) === '42501')
    })

  it('and the trigger refuses the owner too', async () => {
    for (const statement of forbidden.slice(0, 3))
      await assert.rejects(
        sql`${sql.raw(statement)}`.execute(app.deps.world.db),
        (error) => sqlState(error) === '42501',
      )
  })
})
