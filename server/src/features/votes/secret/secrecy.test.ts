import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { SecretBallot } from '@cenacle/tally/secret'
import { createLogger } from '../../../deps.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { leaveUnvacuumed } from '../../../../test/postgres-tools.ts'
import { aSecretVote, castSecretly, publishedOf, sealed } from '../../../../test/secret.ts'
import { aCommittee, type Committee, travelToClose } from '../../../../test/votes.ts'

let app: TestApp
let committee: Committee
const logged: string[] = []
before(async () => {
  app = await testApp({ log: createLogger('trace', { write: (line) => void logged.push(line) }) })
  committee = await aCommittee(app, 6)
  await leaveUnvacuumed(app)
})
after(() => app.close())

const query = async <Row>(text: string): Promise<Row[]> =>
  (await sql<Row>`${sql.raw(text)}`.execute(app.deps.world.db)).rows

interface Column {
  column_name: string
  data_type: string
  column_default: string | null
  is_identity: string
}
const columnsOf = (table: string): Promise<Column[]> =>
  query(`select column_name, data_type, column_default, is_identity from information_schema.columns
    where table_schema = 'public' and table_name = '${table}' order by column_name`)

describe('vote criterion 15: nothing in the schema leads from a voter to a line', () => {
  it('the lines have an id by chance, the vote, a content and a receipt: no time, no number, no person', async () => {
    const columns = await columnsOf('secret_line')
    assert.deepEqual(
      columns.map(({ column_name, data_type }) => `${column_name} ${data_type}`),
      ['content text', 'id uuid', 'receipt text', 'vote_id uuid'],
    )
    assert.ok(columns.every(({ is_identity }) => is_identity === 'NO'))
    const defaults = columns.filter((column) => column.column_default !== null)
    assert.deepEqual(
      defaults.map(({ column_name, column_default }) => [column_name, column_default]),
      [['id', 'gen_random_uuid()']],
    )
  })

  it('the roll has no time, and shares with the lines the vote alone', async () => {
    const [roll, lines] = [await columnsOf('vote_roll'), await columnsOf('secret_line')]
    assert.deepEqual(
      roll.map(({ column_name, data_type }) => `${column_name} ${data_type}`),
      ['has_voted boolean', 'number integer', 'person_id uuid', 'vote_id uuid'],
    )
    const shared = roll.filter(({ column_name }) => lines.some((line) => line.column_name === column_name))
    assert.deepEqual(
      shared.map(({ column_name }) => column_name),
      ['vote_id'],
    )
  })

  it('no foreign key leads to the lines, and from them one to the vote alone', async () => {
    const keys = await query<{ source: string; target: string }>(
      `select conrelid::regclass::text as source, confrelid::regclass::text as target from pg_constraint where contype = 'f'`,
    )
    assert.deepEqual(
      keys.filter(({ target }) => target === 'secret_line'),
      [],
    )
    assert.deepEqual(
      keys.filter(({ source }) => source === 'secret_line'),
      [{ source: 'secret_line', target: 'vote' }],
    )
    const owned = await query(
      `select 1 from pg_depend d join pg_class c on c.oid = d.objid and c.relkind = 'S' where d.refobjid = 'secret_line'::regclass`,
    )
    assert.deepEqual(owned, [], 'a sequence numbers the lines')
  })
})

describe('vote criterion 15: nothing in the rows or the logs does', () => {
  const choices: SecretBallot[] = (['yes', 'no', 'abstain', 'yes', 'blank'] as const).map((choice) => ({ choice }))

  it('every row of every table, in the order in which the table holds them, names no voter with a choice', async () => {
    const vote = await aSecretVote(app, committee)
    const receipts: string[] = []
    for (const [at, ballot] of choices.entries()) {
      const { caller } = committee.members[at] ?? assert.fail()
      const { body, kept } = sealed(vote, ballot)
      const headers = { 'idempotency-key': `ballot-number-${at}` }
      assert.equal((await caller.put(`/api/votes/${vote.id}/ballot`, body, headers)).status, 201)
      receipts.push(...kept.map(({ receipt }) => receipt))
    }
    const tables = await query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    let rows = 0
    for (const { name } of tables)
      for (const { row } of await query<{ row: string }>(`select t::text as row from ${name} t`)) {
        rows += 1
        const tells =
          row.includes(`"poll":"${vote.id}"`) || row.includes(`""poll""`) || receipts.some((one) => row.includes(one))
        if (!tells) continue
        assert.equal(name, 'secret_line')
        for (const { id, name: person } of committee.members) assert.ok(!row.includes(id) && !row.includes(person), row)
      }
    assert.ok(rows > 50)
    // What PostgreSQL itself keeps with a row: the transaction that wrote it. One for all, whoever voted when.
    for (const table of ['secret_line', 'vote_roll'])
      assert.deepEqual(
        await query(`select count(distinct xmin::text)::int as count from ${table} where vote_id = '${vote.id}'`),
        [{ count: 1 }],
        table,
      )
    const stored = await query<{ id: string; receipt: string }>(
      `select id, receipt from secret_line where vote_id = '${vote.id}'`,
    )
    assert.equal(stored.length, 5)
    assert.deepEqual(
      stored.map(({ id }) => id),
      stored.map(({ id }) => id).toSorted(),
    )
  })

  it('the log of the server says nothing of a secret ballot, accepted or refused', async () => {
    const vote = await aSecretVote(app, committee)
    logged.length = 0
    const { caller } = committee.members[0] ?? assert.fail()
    const { body, kept } = sealed(vote, { choice: 'no' })
    assert.equal((await caller.put(`/api/votes/${vote.id}/ballot`, { ...body, receipts: { other: 'x' } })).status, 422)
    assert.equal((await caller.put(`/api/votes/${vote.id}/ballot`, body)).status, 201)
    assert.equal((await caller.put(`/api/votes/${vote.id}/ballot`, body)).status, 409)
    const text = logged.join('\n')
    for (const told of [vote.id, kept[0]?.receipt ?? '', committee.members[0]?.id ?? '', '"choice"', '"receipts"'])
      assert.ok(!text.includes(told), told)
  })

  it('no answer says who has voted, or lists receipts in the order in which they came', async () => {
    const vote = await aSecretVote(app, committee)
    const drawn: string[] = []
    for (const { caller } of committee.members)
      drawn.push(...(await castSecretly(caller, vote, { choice: 'yes' })).kept.map(({ receipt }) => receipt))
    const { caller } = committee.members[0] ?? assert.fail()
    for (const path of ['', '/log']) {
      const { body } = await caller.get(`/api/votes/${vote.id}${path}`)
      const text = JSON.stringify(body)
      assert.ok(!text.includes('has_voted') && drawn.every((receipt) => !text.includes(receipt)))
    }
    await travelToClose(app, vote, 0)
    const { lines } = await publishedOf(caller, vote)
    assert.deepEqual(
      lines.map(({ receipt }) => receipt),
      drawn.toSorted(),
    )
  })
})
