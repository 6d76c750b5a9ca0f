import { randomBytes } from 'node:crypto'
import { linesOf, receiptsOf } from '@cenacle/tally/secret'
import { buildApp } from '../../server/src/app.ts'
import { readConfig } from '../../server/src/config.ts'
import type { Db } from '../../server/src/database/types.ts'
import { inTx } from '../../server/src/database/transaction.ts'
import { openPostgres } from '../../server/src/database/open.ts'
import { createLogger, openDeps } from '../../server/src/deps.ts'
import { openSession } from '../../server/src/features/accounts/commands.ts'
import { pseudonym } from '../../server/src/features/votes/commands/log.ts'
import { openVote } from '../../server/src/features/votes/commands/open.ts'
import { judgedInstant } from '../../server/src/features/votes/queries/rows.ts'
import { decisionRules, vetoRules } from '../../server/src/features/votes/queries/rules.ts'
import { cookieName } from '../../server/src/http/cookies.ts'
import { sha256 } from '../../server/src/ids.ts'
import { aPerson, theCommittee } from '../../server/test/build.ts'
import { statementCounter } from '../../server/test/harness.ts'

export const CHOICES = ['yes', 'no', 'abstain'] as const
export type Choice = (typeof CHOICES)[number]
export interface OpenVote {
  id: string
  secret: boolean
}
interface Voter {
  id: string
  cookie: string
}

/** A committee on a database, whose votes are opened from here and cast at a server. */
export interface Electorate {
  db: Db
  voters: Voter[]
  open(secret: boolean, size: number): Promise<OpenVote>
  /** Statements of one ballot, and of those after it, counted in this process. */
  statements(vote: OpenVote): Promise<number>
  close(): Promise<void>
}

const plain = {
  base: 'expressed',
  threshold: { numerator: 1, denominator: 2 },
  comparator: '>',
  quorum: { numerator: 0, denominator: 1 },
  veto: false,
} as const
const rules = decisionRules(plain, vetoRules)
const DAY = 86_400_000

export async function anElectorate(url: string, folder: string, size: number): Promise<Electorate> {
  const counter = statementCounter()
  const database = openPostgres(url)
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0', DATABASE_URL: url, DATA_DIR: folder })
  const deps = await openDeps(config, createLogger('silent'), {
    database: { ...database, db: database.db.withPlugin(counter) },
  })
  const { world } = deps
  const { db } = world
  const { id: spaceId } = await theCommittee(db)
  const voters: Voter[] = []
  for (let n = 0; n < size; n += 1) {
    const person = await aPerson(db)
    const { token } = await openSession(world, person, 'bench')
    voters.push({ id: person.id, cookie: `${cookieName({ secure: false })}=${token}` })
  }
  const { app } = await buildApp(deps)
  return {
    db,
    voters,
    async open(secret, size) {
      const roll = voters.slice(0, size).map(({ id }) => id)
      const id = await inTx({ ...world, viewer: { id: roll[0] ?? '' } }, async (ctx) => {
        const opensAt = await judgedInstant(ctx)
        const closesAt = new Date(opensAt.getTime() + DAY)
        // Nobody is written to: it is the ballots that are measured.
        const question = { kind: 'decision' as const, spaceId, question: 'On continue ?', rules, secret, quiet: true }
        return openVote(ctx, { ...question, opensAt, closesAt, roll })
      })
      return { id, secret }
    },
    async statements(vote) {
      const before = counter.count
      const { url, ...request } = requestOf(vote, 'yes', voters[0]?.cookie ?? '')
      const answer = await app.inject({ url, ...request, payload: request.body })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return counter.count - before
    },
    async close() {
      await app.close()
      await deps.close()
    },
  }
}

/** A ballot as a browser sends it; of a secret one the receipts are new each time. */
function requestOf({ id, secret }: OpenVote, choice: Choice, cookie: string) {
  const lines = linesOf({ poll: id, method: 'threshold', options: [] }, { choice })
  const kept = receiptsOf(sha256, lines, () => randomBytes(16).toString('hex'))
  const receipts = Object.fromEntries(kept.map(({ line, receipt }) => [line, receipt]))
  return {
    url: `/api/votes/${id}/ballot`,
    method: 'PUT' as const,
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(secret ? { choice, receipts } : { choice }),
  }
}

export interface Answered {
  status: number
  ms: number
  /** How often the server said that it had too much to do (503): as a browser, the voter tried again. */
  busy: number
}

/** Casts at a server. @returns nothing when the server was gone before it answered */
export async function cast(
  origin: string,
  vote: OpenVote,
  { cookie }: Voter,
  choice: Choice,
): Promise<Answered | undefined> {
  const { url, ...request } = requestOf(vote, choice, cookie)
  const started = performance.now()
  try {
    for (let busy = 0; ; busy += 1) {
      const answer = await fetch(`${origin}${url}`, request)
      await answer.arrayBuffer()
      if (answer.status !== 503) return { status: answer.status, ms: performance.now() - started, busy }
    }
  } catch {
    return undefined
  }
}

/** What is stored of a vote: rows (ballots, or lines of a secret vote), marks of who voted, and how often each choice. */
export async function stored(db: Db, { id, secret }: OpenVote) {
  const marks = await (secret ? markedPlaces(db, id) : loggedPlaces(db, id))
  const ballots = await db.selectFrom('ballot').select('choice').where('vote_id', '=', id).execute()
  const lines = await db.selectFrom('secret_line').select('content').where('vote_id', '=', id).execute()
  const choices: string[] = secret
    ? lines.map(({ content }) => String((JSON.parse(content) as { choice: string }).choice))
    : ballots.map(({ choice }) => choice)
  const counts = CHOICES.map((choice) => choices.filter((one) => one === choice).length)
  return { rows: choices.length, marks, counts }
}

/** Of a secret vote: places on the roll that are marked. */
async function markedPlaces(db: Db, id: string): Promise<number> {
  const query = db.selectFrom('vote_roll').select('number').where('vote_id', '=', id).where('has_voted', '=', true)
  return (await query.execute()).length
}

/** Of a named vote, whose ballots are no marks of themselves: places on the roll of which the log says that they voted. */
async function loggedPlaces(db: Db, id: string): Promise<number> {
  const places = await db.selectFrom('vote_roll').select('number').where('vote_id', '=', id).execute()
  const types = ['ballot.cast', 'veto.filed']
  const events = db.selectFrom('vote_event').select('actor').where('vote_id', '=', id).where('type', 'in', types)
  const voted = new Set((await events.execute()).map(({ actor }) => actor))
  return places.filter(({ number }) => voted.has(pseudonym(number))).length
}
