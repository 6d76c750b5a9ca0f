import { emailKey } from '@cenacle/contract/text'
import type { BallotValue, Choice } from '@cenacle/contract/vote'
import { admitCandidates } from '../features/candidacies/admit.ts'
import { createCandidacy } from '../features/candidacies/commands.ts'
import { renderText } from '../features/decisions/commands.ts'
import { storeBallot } from '../features/votes/commands/cast.ts'
import { ADMIT_JOB, committeeRoll, openVote, type NewVote } from '../features/votes/commands/open.ts'
import { candidacyRules, decisionRules, vetoRules } from '../features/votes/queries/rules.ts'
import { settleVote } from '../features/votes/commands/settle.ts'
import { after, DAY_MS, MINUTE_MS } from '../time.ts'
import type { DemoBallots, DemoCandidacy, DemoContent, DemoDecision } from './content.ts'
import { enqueue } from '../jobs/jobs.ts'
import { DEMO_PASSWORD, type Ids, type Seeding } from './seed-people.ts'
import { viewersOf } from './seed-topics.ts'
import { hashPassword } from '../features/accounts/passwords.ts'

/** Candidacies and decisions, the closed ones first: those whom they seated vote in the open ones. */
export async function seedVotes(
  ctx: Seeding,
  demo: DemoContent,
  people: Map<string, string>,
  spaces: Ids,
): Promise<void> {
  const committee = idOf(spaces, 'comite')
  for (const candidacy of demo.candidacies.toSorted((a, b) => a.closesInDays - b.closesInDays)) {
    await seedCandidacy(ctx, candidacy, people, committee)
    if (candidacy.becameMember) await seatAdmitted(ctx, demo, candidacy, people)
  }
  for (const decision of demo.decisions) await seedDecision(ctx, decision, people, idOf(spaces, decision.space))
}

async function seedCandidacy(ctx: Seeding, candidacy: DemoCandidacy, people: Ids, spaceId: string): Promise<void> {
  const { name, email, college, employer, motivation, openedDaysAgo, closesInDays } = candidacy
  const sponsorId = idOf(people, candidacy.sponsor)
  const viewer = (await viewersOf(ctx, people)).get(candidacy.sponsor)
  if (!viewer) throw new Error(`the demonstration has no ${candidacy.sponsor}`)
  const submittedAt = after(ctx.now(), -(openedDaysAgo + 14) * DAY_MS)
  const asSponsor = { ...ctx, viewer, now: () => submittedAt }
  const id = await createCandidacy(asSponsor, { name, email, college, employer, motivation, sponsorId }, false)
  const voteId = await seedVote(ctx, people, candidacy.sponsor, listed(candidacy.ballots), {
    kind: 'candidacy',
    spaceId,
    question: `Faut-il accueillir ${name}\u202f?`,
    rules: candidacyRules,
    opensAt: after(ctx.now(), -openedDaysAgo * DAY_MS),
    closesAt: after(ctx.now(), closesInDays * DAY_MS),
    roll: await committeeRoll(ctx.db, emailKey(email)),
  })
  await ctx.db.updateTable('candidacy').set({ vote_id: voteId }).where('id', '=', id).execute()
  // What follows from the close: of one that is over, what is still to come.
  await enqueue(ctx, ADMIT_JOB, { voteId }, after(ctx.now(), Math.max(closesInDays, 0) * DAY_MS))
}

async function seedDecision(ctx: Seeding, decision: DemoDecision, people: Ids, spaceId: string): Promise<void> {
  const { numerator, denominator, orEqual } = decision.threshold
  await seedVote(ctx, people, decision.author, listed(decision.ballots), {
    kind: 'decision',
    spaceId,
    question: decision.question,
    text: decision.context,
    html: await renderText(ctx, decision.context),
    rules: decisionRules(
      {
        veto: false,
        base: 'expressed',
        threshold: { numerator, denominator },
        comparator: orEqual ? '>=' : '>',
        quorum: { numerator: 0, denominator: 1 },
      },
      vetoRules,
    ),
    opensAt: after(ctx.now(), -decision.openedDaysAgo * DAY_MS),
    closesAt: after(ctx.now(), decision.closesInDays * DAY_MS),
    roll: await committeeRoll(ctx.db),
  })
}

/** Opens a vote in the past and casts its ballots, one every few minutes; a closed one is written into its log. */
export async function seedVote(
  ctx: Seeding,
  people: Ids,
  opener: string,
  casts: readonly Cast[],
  vote: NewVote,
): Promise<string> {
  const past = { ...ctx, now: () => vote.opensAt, viewer: { id: idOf(people, opener) } }
  const voteId = await openVote(past, { ...vote, quiet: true })
  const roll = await ctx.db
    .selectFrom('vote_roll')
    .select(['number', 'person_id'])
    .where('vote_id', '=', voteId)
    .execute()
  const numbers = new Map(roll.map(({ number, person_id }) => [person_id, number]))
  for (const [i, { voter, ...ballot }] of casts.entries()) {
    const number = numbers.get(people.get(voter) ?? '')
    if (number === undefined) continue
    const hold = {
      db: ctx.db,
      vote: { id: voteId },
      number,
      now: after(vote.opensAt, (i + 1) * 47 * MINUTE_MS),
      current: undefined,
    }
    await storeBallot(hold, ballot)
  }
  if (vote.closesAt <= ctx.now()) await settleVote(ctx, { voteId, quiet: true })
  return voteId
}

/** One ballot of the content. */
export interface Cast {
  voter: string
  choice: Choice
  value?: BallotValue
  reason: string | null
}

const listed = ({ yes, no, abstain, veto }: DemoBallots): Cast[] => [
  ...yes.map((voter): Cast => ({ voter, choice: 'yes', reason: null })),
  ...no.map((voter): Cast => ({ voter, choice: 'no', reason: null })),
  ...abstain.map((voter): Cast => ({ voter, choice: 'abstain', reason: null })),
  ...veto.map(({ voter, reason }): Cast => ({ voter, choice: 'veto', reason })),
]

/** The admission itself, by the command that admits; then what the newcomer filled in since. */
async function seatAdmitted(
  ctx: Seeding,
  { people: all }: DemoContent,
  { email, becameMember }: DemoCandidacy,
  people: Map<string, string>,
): Promise<void> {
  await admitCandidates(ctx)
  const person = all.find(({ key }) => key === becameMember)
  const row = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('email_key', '=', emailKey(person?.email ?? email))
    .executeTakeFirstOrThrow()
  const profile = { headline: person?.headline ?? '', password_hash: await hashPassword(DEMO_PASSWORD) }
  await ctx.db.updateTable('person').set(profile).where('id', '=', row.id).execute()
  people.set(becameMember ?? '', row.id)
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`the demonstration names ${key}, which it does not have`)
  return id
}
