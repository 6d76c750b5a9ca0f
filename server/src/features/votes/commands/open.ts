import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Comparison } from '@cenacle/contract/revision'
import type { VoteMethod } from '@cenacle/contract/vote'
import type { Json } from '@cenacle/tally/canonical'
import { drawCommit } from '@cenacle/tally/draw'
import type { World } from '../../../context.ts'
import { indexEntry } from '../../../database/search-entry.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { sha256 } from '../../../ids.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { Problem } from '../../../problem.ts'
import type { FrozenRules } from '../queries/types.ts'
import { type Frozen, frozenBody, rollHashOf, rulesHashOf } from './freeze.ts'
import { appendEvent, audienceOf } from './log.ts'
import { announce } from './mails.ts'
import { enqueueReminders } from './reminders.ts'
import { checkRevised, tellPages } from './revision.ts'

/** From where a question comes: a topic, with from when its first message was as it is put to the vote; or a page, with the version. */
export type NewSource =
  | { kind: 'topic'; id: string; title: string; at: Date | null }
  | { kind: 'page'; id: string; title: string; version: number; revises?: Revised }

/** Of a revision: the page that it would change, from which of its versions, into what. */
export interface Revised {
  id: string
  version: number
  /** Hash of the page's text at that version. */
  baseHash: string
  /** Markdown. */
  proposal: string
  comparison: Comparison
}

export interface NewVote {
  kind: 'candidacy' | 'decision' | 'award'
  spaceId: string
  question: string
  rules: FrozenRules
  opensAt: Date
  closesAt: Date
  /** Ids of those entitled to vote, in any order. */
  roll: string[]
  /** Yes or no when not said. */
  method?: VoteMethod
  /** What is chosen among; they get the ids `o1`, `o2`, … in this order. */
  options?: string[]
  /** What is put to the vote where the question does not say it: as written, and rendered with the text of its page. */
  text?: string
  html?: string
  secret?: boolean
  source?: NewSource | null
  /** Of a draft; a new one when not said. */
  id?: string
  /** Whose it is, when that is not whoever opens it. */
  authorId?: string | null
  /** Nobody is written to: a vote of the past, in a demonstration. */
  quiet?: boolean
  /** Its result stays with nobody at the close, until it is released. */
  embargo?: boolean
  /** Of a candidacy: what members read of it and vote on. It goes into the opening by its hashes. */
  file?: { motivation: string; presentation: string | null }
  /** By person, the ids of the options that they do not judge. */
  excused?: ReadonlyMap<string, readonly string[]>
}

type Opening = Omit<World, 'db'> & { db: Tx; viewer: { id: string } }

export const SETTLE_JOB = 'vote.settle'
/** Seats whoever can be seated; of one vote on a candidacy, once it has closed. */
export const ADMIT_JOB = 'candidacy.admit'

/**
 * Opens a vote: freezes question, options, text, rules, roll and close, and hashes them into the first event of its log.
 * @returns its id
 * @throws Problem conflict when nobody is entitled to vote; for a revision also when another one of its page is at vote, or was adopted since
 */
export async function openVote(ctx: Opening, vote: NewVote): Promise<string> {
  const roll = [...new Set(vote.roll)].toSorted()
  if (roll.length === 0) throw new Problem('conflict', { detail: 'Personne n’a de voix dans ce vote.' })
  const id = vote.id ?? ctx.newId()
  const frozen = frozenOf(vote)
  const [rulesHash, rollHash] = [rulesHashOf(frozen), rollHashOf(roll)]
  const nonce = randomBytes(16).toString('hex')
  const { source } = vote
  const revised = revisedBy(source)
  if (revised) await checkRevised(ctx, revised)
  await ctx.db
    .insertInto('vote')
    .values({
      ...frozen,
      id,
      space_id: vote.spaceId,
      rules: JSON.stringify(frozen.rules),
      options: JSON.stringify(frozen.options),
      extensions: '[]',
      withdrawn: '[]',
      comparison: frozen.comparison && JSON.stringify(frozen.comparison),
      topic_id: source?.kind === 'topic' ? source.id : null,
      page_id: source?.kind === 'page' ? source.id : null,
      revises_id: revised?.id ?? null,
      revision_pending: revised !== undefined,
      opened_by: vote.authorId ?? ctx.viewer.id,
      opens_at: vote.opensAt,
      closes_at: vote.closesAt,
      roll_size: roll.length,
      rules_hash: rulesHash,
      roll_hash: rollHash,
      draw_nonce: nonce,
      embargo: vote.embargo ?? false,
    })
    .execute()
  const places = roll.map((person_id, index) => ({ vote_id: id, number: index + 1, person_id }))
  await ctx.db.insertInto('vote_roll').values(places).execute()
  const recusals = places.flatMap(({ person_id, ...place }) => {
    const options = vote.excused?.get(person_id) ?? []
    return options.length > 0 ? [{ ...place, options: JSON.stringify(options) }] : []
  })
  if (recusals.length > 0) await ctx.db.insertInto('vote_recusal').values(recusals).execute()
  const times = { opensAt: vote.opensAt.toISOString(), closesAt: vote.closesAt.toISOString() }
  const hashes = { rulesHash, roll: roll.length, rollHash, drawCommit: drawCommit(sha256, nonce) }
  const actor = roll.indexOf(ctx.viewer.id) + 1 || 'bureau'
  const body = { ...frozenBody(frozen), ...hashes, ...times, ...juryBody(vote, roll), ...fileBody(vote) }
  const { seq } = await appendEvent(ctx.db, id, { type: 'ballot.opened', actor, body }, vote.opensAt)
  await makeKnown(ctx, id, vote, seq)
  return id
}

function frozenOf(vote: NewVote): Frozen {
  const revised = revisedBy(vote.source)
  return {
    kind: vote.kind,
    method: vote.method ?? 'threshold',
    question: vote.question,
    rules: vote.rules,
    options: (vote.options ?? []).map((label, index) => ({ id: `o${index + 1}`, label })),
    text: vote.text || null,
    html: vote.html || null,
    secret: vote.secret ?? false,
    page_version: vote.source?.kind === 'page' ? vote.source.version : null,
    source_title: vote.source?.title ?? null,
    source_at: vote.source?.kind === 'topic' ? vote.source.at : null,
    revises_version: revised?.version ?? null,
    proposal: revised?.proposal ?? null,
    comparison: revised ? { ...revised.comparison, base: revised.baseHash } : null,
  }
}

const revisedBy = (source: NewVote['source']): Revised | undefined =>
  source?.kind === 'page' ? source.revises : undefined

/** What only a jury freezes: by number of the roll, who does not judge what; absent elsewhere, so that hashes stay what they are. */
function juryBody({ embargo, excused }: NewVote, roll: readonly string[]): { [key: string]: Json } {
  const recusals = roll.flatMap((personId, index) => {
    const options = excused?.get(personId) ?? []
    return options.length > 0 ? [{ voter: index + 1, options: [...options] }] : []
  })
  return { ...(embargo && { embargo }), ...(recusals.length > 0 && { recusals }) }
}

/** What only a candidacy freezes: its text is kept with the file, which is forgotten one day. */
const fileBody = ({ file }: NewVote): { [key: string]: Json } =>
  file
    ? {
        motivation: sha256(file.motivation),
        ...(file.presentation !== null && { presentation: sha256(file.presentation) }),
      }
    : {}

/** Puts it where people find it, and queues what its times bring. */
async function makeKnown(ctx: Opening, id: string, vote: NewVote, seq: number): Promise<void> {
  // A candidacy is found by its own entry, under its own rights; a jury by its award.
  if (vote.kind === 'decision')
    await indexEntry(ctx, { kind: 'decision', id, spaceId: vote.spaceId, title: vote.question, body: vote.text ?? '' })
  await enqueue(ctx, SETTLE_JOB, { voteId: id }, vote.closesAt)
  if (!vote.quiet) {
    await announce(ctx, id, 'opened', seq)
    await enqueueReminders(ctx, { id, closes_at: vote.closesAt })
  }
  await record(ctx, {
    type: 'vote.opened',
    spaceId: vote.spaceId,
    ids: { voteId: id },
    audience: audienceOf(vote.kind),
  })
  const pages = { page_id: vote.source?.id ?? null, revises_id: revisedBy(vote.source)?.id ?? null }
  await tellPages(ctx, { space_id: vote.spaceId, ...pages })
}

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
