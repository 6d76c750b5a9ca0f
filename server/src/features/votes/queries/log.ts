import type { VoteLogAnswer } from '@cenacle/contract/vote'
import { GENESIS } from '@cenacle/tally/chain'
import type { Context, Viewer } from '../../../context.ts'
import type { Db } from '../../../database/types.ts'
import * as policy from '../../../policy/vote.ts'
import { Problem } from '../../../problem.ts'
import { pseudonym } from '../commands/log.ts'
import { asAuthor } from './people.ts'
import { phaseOf } from './rules.ts'
import { getLogged, judgedInstant, type SeenVote } from './rows.ts'

/**
 * The hash-chained log. Contents of ballots stay out of it until the close, of a jury until its result is public; their hashes are there from the first moment.
 * Whoever is on the roll and may not read the vote any more gets the fingerprints alone.
 * @throws Problem not-found; forbidden to the person whose candidacy it was
 */
export async function readLog(ctx: Context, id: string): Promise<VoteLogAnswer> {
  const vote = await getLogged(ctx, id)
  // Its actors are pseudonyms that a roll of known people gives away.
  if (vote.candidate) throw new Problem('forbidden', { detail: ABOUT_YOU })
  const isTold = vote.released && phaseOf(vote, await judgedInstant(ctx)) === 'closed'
  const log = await exportLog(ctx.db, vote, isTold)
  return policy.read(ctx.viewer, vote) ? log : bare(log, ctx.viewer)
}

/** A log without what it says of others: it is still whole, and the reader's own place can be found in it. */
function bare({ roll, events, ...log }: VoteLogAnswer, viewer: Viewer): VoteLogAnswer {
  const isOwn = (id: string | undefined): boolean => viewer.kind === 'person' && id === viewer.id
  return {
    ...log,
    bare: true,
    roll: roll.map(({ actor, person }) => ({ actor, person: isOwn(person?.id) ? person : null })),
    events: events.map(({ body: _body, ...event }) => event),
  }
}

const ABOUT_YOU =
  'Ce vote portait sur votre admission\u202f: son journal reste entre les membres qui se sont prononcés.'

/** The log of a vote with its roll. @param unsealed with the contents of ballots */
export async function exportLog(
  db: Db,
  vote: Pick<SeenVote, 'id' | 'rules_hash' | 'roll_hash'>,
  unsealed: boolean,
): Promise<VoteLogAnswer> {
  const rows = await db
    .selectFrom('vote_event as e')
    .leftJoin('vote_event_body as b', (join) => join.onRef('b.vote_id', '=', 'e.vote_id').onRef('b.seq', '=', 'e.seq'))
    .select(['e.seq', 'e.prev', 'e.ts', 'e.type', 'e.actor', 'e.payload', 'e.hash', 'b.body', 'b.sealed'])
    .where('e.vote_id', '=', vote.id)
    .orderBy('e.seq')
    .execute()
  const roll = await db
    .selectFrom('vote_roll as r')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.number', 'p.id', 'p.name', 'p.portrait_key'])
    .where('r.vote_id', '=', vote.id)
    .orderBy('r.number')
    .execute()
  return {
    voteId: vote.id,
    head: rows.at(-1)?.hash ?? GENESIS,
    rulesHash: vote.rules_hash,
    rollHash: vote.roll_hash,
    roll: roll.map(({ number, ...person }) => ({ actor: pseudonym(number), person: asAuthor(person) })),
    events: rows.map(({ body, sealed, ...event }) => ({
      ...event,
      ...(body !== null &&
        (unsealed || !sealed) && { body: JSON.parse(body) as VoteLogAnswer['events'][number]['body'] }),
    })),
  }
}
