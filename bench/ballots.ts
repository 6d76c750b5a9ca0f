import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../server/src/database/migrate.ts'
import { openPostgres } from '../server/src/database/open.ts'
import { verifyDatabase } from '../server/src/features/votes/verify.ts'
import { type Answered, anElectorate, cast, CHOICES, type Choice, type OpenVote, stored } from './lib/ballots.ts'
import { createDatabase } from './lib/database.ts'
import { startProduct, type Product } from './lib/product.ts'
import { flags, percentile, report, round } from './lib/report.ts'

/**
 * Ballots on PostgreSQL, at the product in a process of its own: killed with SIGKILL while members vote, by one member a hundred
 * times at once, and by 150 members within ten seconds. Fails when a ballot is lost, counted twice or counted wrong.
 */
const parameters = flags({ kills: 100, voters: 150, killed: 40, parallel: 100, seconds: 10 })
const folder = mkdtempSync(join(tmpdir(), 'cenacle-bench-ballots-'))
const created = await createDatabase()
const { url } = created
const first = openPostgres(url)
await migrate(first.db)
await first.close()
const people = await anElectorate(url, folder, parameters.voters)
const { db, voters } = people
let server: Product = await startProduct(url, folder)
const faults: string[] = []
const rows: Record<string, string | number>[] = []

const choiceOf = (who: number): Choice => CHOICES[who % CHOICES.length] ?? 'yes'
const isSame = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join()

/** What the first so many members make together, counted here. */
const oracle = (size: number): number[] =>
  CHOICES.map((choice) => voters.slice(0, size).filter((_, who) => choiceOf(who) === choice).length)

async function kill(): Promise<void> {
  server.process.kill('SIGKILL')
  await once(server.process, 'exit')
}

/** Members vote, the server is killed meanwhile, another one starts, and whoever got no answer votes again. */
async function killRound(secret: boolean): Promise<{ answered: number; unanswered: number; committed: number }> {
  const size = parameters.killed
  const vote = await people.open(secret, size)
  const enough = randomInt(0, size)
  let heard = 0
  const casting = voters.slice(0, size).map(async (voter, who) => {
    await sleep(randomInt(0, 250))
    const answer = await cast(server.origin, vote, voter, choiceOf(who))
    heard += 1
    return answer
  })
  // At any point between the first answer and the last, and a little later, in the middle of a transaction.
  while (heard < enough) await sleep(1)
  await sleep(randomInt(0, 5))
  await kill()
  const answers = await Promise.all(casting)
  const answered = answers.filter((answer) => answer?.status === 201).length
  const before = await stored(db, vote)
  if (before.rows < answered) faults.push(`${vote.id}: ${answered} answers of 201, ${before.rows} rows`)
  if (before.rows !== before.marks) faults.push(`${vote.id}: ${before.rows} rows, ${before.marks} marks`)
  server = await startProduct(url, folder)
  const again = await Promise.all(
    voters.slice(0, size).flatMap((voter, who) => {
      return answers[who]?.status === 201 ? [] : [cast(server.origin, vote, voter, choiceOf(who))]
    }),
  )
  const created = again.filter((answer) => answer?.status === 201).length
  // Stored with an answer of 503 in between.
  const late = again.filter((answer) => answer !== undefined && answer.busy > 0 && answer.status !== 201).length
  // Committed, and killed before the answer: a named ballot is then changed into itself, a secret one is there already.
  const found = again.filter((answer) => answer?.status === (secret ? 409 : 200)).length
  if (created + before.rows > size || created + late + before.rows < size)
    faults.push(`${vote.id}: ${before.rows} rows and ${created} of 201 after the restart`)
  await check(vote, size)
  return { answered, unanswered: size - answered, committed: found }
}

/** All have voted: as many rows and marks as members, and the count is that of the oracle. */
async function check(vote: OpenVote, size: number): Promise<void> {
  const { rows, marks, counts } = await stored(db, vote)
  if (rows !== size || marks !== size) faults.push(`${vote.id}: ${rows} rows, ${marks} marks of ${size}`)
  if (!isSame(counts, oracle(size))) faults.push(`${vote.id}: ${counts.join()} stored`)
  await db.updateTable('vote').set({ closes_at: new Date() }).where('id', '=', vote.id).execute()
  const answer = await fetch(`${server.origin}/api/votes/${vote.id}/result`, {
    headers: { cookie: voters[0]?.cookie ?? '' },
  })
  const { yes, no, abstain } = (await answer.json()) as Record<'yes' | 'no' | 'abstain', number>
  if (!isSame([yes, no, abstain], oracle(size))) faults.push(`${vote.id}: the result is ${[yes, no, abstain].join()}`)
}

/** Stored, as the voter knows: at once, or found stored when they tried again after a 503. */
const isStored = (answer: Answered | undefined, secret: boolean): boolean =>
  answer?.status === 201 || (answer !== undefined && answer.busy > 0 && answer.status === (secret ? 409 : 200))

/** One member votes many times at once. */
async function manyAtOnce(secret: boolean): Promise<void> {
  const vote = await people.open(secret, Math.min(voters.length, 5))
  const [voter] = voters
  if (!voter) return
  const all = Array.from({ length: parameters.parallel }, (_, n) => cast(server.origin, vote, voter, choiceOf(n)))
  const answers = await Promise.all(all)
  const times = answers.flatMap((answer) => answer?.ms ?? [])
  const { rows: left, marks } = await stored(db, vote)
  const created = answers.filter((answer) => answer?.status === 201).length
  const busy = answers.reduce((sum, answer) => sum + (answer?.busy ?? 0), 0)
  if (left !== 1 || marks !== 1 || created > 1 || (created === 0 && busy === 0))
    faults.push(`${created} created, ${left} rows, ${marks} marks`)
  add(`${parameters.parallel} ballots of one member at once`, secret, times, { rows: left, busy })
}

/** Everybody votes within some seconds, as on the last evening. */
async function everybody(secret: boolean): Promise<void> {
  const statements = await people.statements(await people.open(secret, voters.length))
  const vote = await people.open(secret, voters.length)
  const answers = await Promise.all(
    voters.map(async (voter, who) => {
      await sleep((who * parameters.seconds * 1000) / voters.length)
      return cast(server.origin, vote, voter, choiceOf(who))
    }),
  )
  const accepted = answers.filter((answer) => isStored(answer, secret)).length
  const busy = answers.reduce((sum, answer) => sum + (answer?.busy ?? 0), 0)
  if (accepted !== voters.length) faults.push(`${accepted} of ${voters.length} ballots accepted`)
  await check(vote, voters.length)
  const times = answers.flatMap((answer) => answer?.ms ?? [])
  add(`${voters.length} members within ${parameters.seconds} s`, secret, times, { rows: accepted, busy, statements })
}

function add(what: string, secret: boolean, times: number[], rest: Record<string, number>): void {
  const kind = secret ? 'secret' : 'named'
  const measured = {
    'p50 ms': percentile(times, 0.5),
    'p99 ms': percentile(times, 0.99),
    'max ms': percentile(times, 1),
  }
  rows.push({ what, kind, ...measured, ...rest })
}

for (const secret of [false, true]) {
  await everybody(secret)
  await manyAtOnce(secret)
}
const total = { answered: 0, unanswered: 0, committed: 0 }
const started = performance.now()
for (let number = 0; number < parameters.kills; number += 1) {
  const { answered, unanswered, committed } = await killRound(number % 2 === 1)
  total.answered += answered
  total.unanswered += unanswered
  total.committed += committed
}
if (parameters.kills > 0) {
  const seconds = round((performance.now() - started) / 1000, 0)
  rows.push({ what: `SIGKILL × ${parameters.kills} while ${parameters.killed} vote`, kind: 'both', ...total, seconds })
}
const logs = await verifyDatabase(db)
for (const { voteId, problem } of logs) if (problem !== null) faults.push(`log of ${voteId}: ${problem}`)
rows.push({ what: 'logs verified', kind: 'both', rows: logs.length })

await kill()
await people.close()
await created.drop()
rmSync(folder, { recursive: true })
report('ballots', parameters, rows)
console.log(faults.length === 0 ? 'No ballot lost, none counted twice.' : faults.join('\n'))
process.exitCode = faults.length === 0 ? 0 : 1
