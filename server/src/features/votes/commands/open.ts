import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '@cenacle/tally/canonical'
import { drawCommit } from '@cenacle/tally/draw'
import type { PersonContext } from '../../../context.ts'
import { indexEntry } from '../../../database/search-entry.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { sha256 } from '../../../ids.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { Problem } from '../../../problem.ts'
import { appendEvent } from './log.ts'
import type { FrozenRules } from '../queries/types.ts'

export interface NewVote {
  kind: 'candidacy' | 'decision'
  spaceId: string
  question: string
  rules: FrozenRules
  opensAt: Date
  closesAt: Date
  /** Ids of those entitled to vote, in any order. */
  roll: string[]
}

type Opening = Omit<PersonContext, 'db' | 'viewer'> & { db: Tx; viewer: { id: string } }

export const SETTLE_JOB = 'vote.settle'
const METHOD = 'threshold'

/**
 * Opens a vote: freezes question, rules, roll and close, and hashes them into the first event of its log.
 * @returns its id
 * @throws Problem conflict when nobody is entitled to vote
 */
export async function openVote(ctx: Opening, vote: NewVote): Promise<string> {
  const roll = [...new Set(vote.roll)].toSorted()
  if (roll.length === 0) throw new Problem('conflict', { detail: 'Personne n’a de voix dans ce vote.' })
  const id = ctx.newId()
  const frozen = freeze(vote, roll)
  await ctx.db
    .insertInto('vote')
    .values({
      id,
      space_id: vote.spaceId,
      kind: vote.kind,
      method: METHOD,
      question: vote.question,
      rules: JSON.stringify(vote.rules),
      opened_by: ctx.viewer.id,
      opens_at: vote.opensAt,
      closes_at: vote.closesAt,
      roll_size: roll.length,
      rules_hash: frozen.rulesHash,
      roll_hash: frozen.rollHash,
      draw_nonce: frozen.nonce,
    })
    .execute()
  const places = roll.map((person_id, index) => ({ vote_id: id, number: index + 1, person_id }))
  await ctx.db.insertInto('vote_roll').values(places).execute()
  const actor = roll.indexOf(ctx.viewer.id) + 1 || 'bureau'
  await appendEvent(ctx.db, id, { type: 'ballot.opened', actor, body: frozen.body }, vote.opensAt)
  // A candidacy is found by its own entry, under its own rights.
  if (vote.kind === 'decision')
    await indexEntry(ctx, { kind: 'decision', id, spaceId: vote.spaceId, title: vote.question, body: '' })
  await enqueue(ctx, SETTLE_JOB, { voteId: id }, vote.closesAt)
  await record(ctx, { type: 'vote.opened', spaceId: vote.spaceId, ids: { voteId: id } })
  return id
}

function freeze({ kind, question, rules, opensAt, closesAt }: NewVote, roll: string[]) {
  const nonce = randomBytes(16).toString('hex')
  const rulesHash = rulesHashOf({ kind, method: METHOD, question, rules })
  const rollHash = rollHashOf(roll)
  const times = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  const commit = drawCommit(sha256, nonce)
  const body = {
    kind,
    method: METHOD,
    question,
    rules,
    rulesHash,
    roll: roll.length,
    rollHash,
    ...times,
    drawCommit: commit,
  }
  return { nonce, rulesHash, rollHash, body }
}

/** Hash of what a vote asks and how it is counted. */
export const rulesHashOf = (vote: { kind: string; method: string; question: string; rules: FrozenRules }): string =>
  sha256(canonical({ kind: vote.kind, method: vote.method, question: vote.question, rules: vote.rules }))

/** Hash of who may vote. @param roll ids in the order of their numbers */
export const rollHashOf = (roll: readonly string[]): string => sha256(canonical(roll))

/** Everybody with a seat, not suspended. @param exceptEmailKey whom the vote is about */
export async function committeeRoll(db: Tx, exceptEmailKey?: string): Promise<string[]> {
  const people = await db
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'member')
    .where('suspended_at', 'is', null)
    .$if(exceptEmailKey !== undefined, (query) => query.where('email_key', '!=', exceptEmailKey ?? ''))
    .execute()
  return people.map(({ id }) => id)
}

/** In a space other than the committee: those named in it who write there, while their access lasts. */
export async function spaceRoll(db: Tx, spaceId: string, now: Date): Promise<string[]> {
  const people = await db
    .selectFrom('space_person')
    .innerJoin('person', 'person.id', 'space_person.person_id')
    .select('person.id')
    .where('space_id', '=', spaceId)
    .where('space_person.role', 'in', ['writer', 'facilitator'])
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .where('suspended_at', 'is', null)
    .where(sql<boolean>`person.role <> 'candidate'`)
    .execute()
  return people.map(({ id }) => id)
}
