import { createHash } from 'node:crypto'
import { MENTIONS, voteLogAnswer } from '@cenacle/contract/vote'
import { append, type ChainEvent, payloadHash, verify } from '@cenacle/tally/chain'
import { countVote } from '@cenacle/tally/count'
import { writePreflib } from '@cenacle/tally/preflib-write'
import { voteFile, recount, writeVoteFile } from '@cenacle/tally/vote-file'
import { readVoteFile } from '@cenacle/tally/read-vote-file'
import type { BallotValue, CountableVote, Method, VoteBallot } from '@cenacle/tally/vote'
import { verifyExport } from '../server/src/features/votes/verify.ts'
import { flags, percentile, report, round } from './lib/report.ts'

/** What counting costs: an award's categories, 100,000 ballots by each method, a published file counted again, a long log verified. */
const parameters = flags({
  voters: 150,
  categories: 12,
  nominees: 10,
  ballots: 100_000,
  options: 12,
  events: 100_000,
  runs: 30,
  seed: 4,
})
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const draw = { nonce: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', head: '0'.repeat(64) }

let state = parameters.seed
/** The same numbers on every machine (mulberry32). */
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
}

function shuffled(ids: readonly string[]): string[] {
  const order = [...ids]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    const [a = '', b = ''] = [order[at], order[other]]
    order[at] = b
    order[other] = a
  }
  return order
}

const graded = (ids: readonly string[], grades: number) => ({
  grades: Object.fromEntries(ids.map((id) => [id, random(grades)])),
})
const values: Record<Exclude<Method, 'threshold' | 'median' | 'grid'>, (ids: readonly string[]) => BallotValue> = {
  'majority-judgment': (ids) => graded(ids, MENTIONS.length),
  schulze: (ids) => ({ ranking: shuffled(ids).map((id) => [id]) }),
  irv: (ids) => ({ ranking: shuffled(ids).map((id) => [id]) }),
  approval: (ids) => ({ approved: shuffled(ids).slice(0, 1 + random(ids.length - 1)) }),
  score: (ids) => graded(ids, 21),
}

function vote(method: keyof typeof values, count: number, size: number): CountableVote {
  const options = Array.from({ length: size }, (_, index) => `n${index}`)
  const share = { numerator: 1, denominator: 2 }
  return {
    method,
    rules: {
      base: 'expressed',
      threshold: share,
      comparator: '>',
      quorum: share,
      veto: false,
      grades: MENTIONS,
      points: { max: 20 },
    },
    options,
    ballots: Array.from({ length: count }, (): VoteBallot => ({ choice: 'cast', value: values[method](options) })),
    roll: count,
    draw,
  }
}

type Timed = { elapsed: number[]; processor: number[] }

/** Milliseconds of each of some runs, without a first one that compiles: on the wall, and of the processor, which does not wait for others. */
function timed(runs: number, work: () => unknown): Timed {
  work()
  const times: Timed = { elapsed: [], processor: [] }
  for (let run = 0; run < runs; run += 1) {
    const [start, used] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(used)
    times.elapsed.push(performance.now() - start)
    times.processor.push((user + system) / 1000)
  }
  return times
}

const row = (what: string, { elapsed, processor }: Timed, size: string): Record<string, string | number> => ({
  what,
  'p50 ms': percentile(elapsed, 0.5),
  'worst ms': round(Math.max(...elapsed)),
  'p50 processor ms': percentile(processor, 0.5),
  size,
})

const { voters, categories, nominees, ballots, options, events, runs } = parameters
const rows: Record<string, string | number>[] = []
for (const method of Object.keys(values) as (keyof typeof values)[]) {
  const award = Array.from({ length: categories }, () => vote(method, voters, nominees))
  rows.push(
    row(
      `award, ${method}`,
      timed(runs, () => award.map((one) => countVote(sha256, one))),
      `${voters} × ${categories} × ${nominees}`,
    ),
  )
}
for (const method of Object.keys(values) as (keyof typeof values)[]) {
  const large = vote(method, ballots, options)
  rows.push(
    row(
      `count, ${method}`,
      timed(5, () => countVote(sha256, large)),
      `${ballots} ballots, ${options} options`,
    ),
  )
}

const named = { id: 'bench', question: 'Lequel ?', closedAt: '2026-03-11T09:00:00.000Z' }
const ranked = vote('schulze', ballots, options)
const published = voteFile(sha256, { ...named, ...ranked, options: ranked.options.map((id) => ({ id, label: id })) })
const file = writeVoteFile(published)
const again = () => recount(sha256, readVoteFile(file)).equal
rows.push(row('read and recount the JSON', timed(3, again), `${round(file.length / 2 ** 20, 1)} MiB`))
const preflib = writePreflib(published)?.text ?? ''
rows.push(
  row(
    'write PrefLib',
    timed(3, () => writePreflib(published)),
    `${round(preflib.length / 2 ** 20, 1)} MiB`,
  ),
)

const chain: ChainEvent[] = []
for (let index = 0; index < events; index += 1) {
  const body = { choice: 'cast', salt: sha256(String(index)).slice(0, 32) }
  const event = {
    type: 'ballot.cast',
    actor: `m-${index}`,
    ts: '2026-03-02T09:00:00.000Z',
    payload: payloadHash(sha256, body),
  }
  chain.push({ ...append(sha256, chain.at(-1) ?? null, event), body })
}
const head = chain.at(-1)?.hash ?? ''
rows.push(
  row(
    'verify a log',
    timed(3, () => verify(sha256, chain, head)),
    `${events} events with bodies`,
  ),
)
const log = JSON.stringify({ voteId: 'bench', head, rulesHash: '', rollHash: '', roll: [], events: chain })
const offline = () => verifyExport(voteLogAnswer.parse(JSON.parse(log)), head)
rows.push(row('read and verify its file', timed(3, offline), `${round(log.length / 2 ** 20, 1)} MiB`))

report('tally', parameters, rows)
const isRight = again() && verify(sha256, chain, head).ok && !verify(sha256, chain.toSpliced(7, 1), head).ok
process.exitCode = isRight ? 0 : 1
