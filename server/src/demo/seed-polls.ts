import type { BallotValue } from '@cenacle/contract/vote'
import { renderText } from '../features/decisions/commands.ts'
import { rulesOf } from '../features/decisions/question.ts'
import { committeeRoll } from '../features/votes/commands/open.ts'
import { after, DAY_MS } from '../time.ts'
import type { DemoContent, DemoPoll } from './content.ts'
import type { Ids, Seeding } from './seed-people.ts'
import { type Cast, seedVote } from './seed-votes.ts'

/** Questions over several options, or of a number: opened in the past, voted on, and settled where they have closed. */
export async function seedPolls(ctx: Seeding, { polls }: DemoContent, people: Ids, spaces: Ids): Promise<void> {
  for (const poll of polls) await seedPoll(ctx, poll, people, spaces)
}

async function seedPoll(ctx: Seeding, poll: DemoPoll, people: Ids, spaces: Ids): Promise<void> {
  const { method, options, question, context: text } = poll
  const spaceId = spaces.get(poll.space)
  if (!spaceId) throw new Error(`the demonstration lacks the space of ${poll.key}`)
  const opensAt = after(ctx.now(), -poll.openedDaysAgo * DAY_MS)
  const closesAt = after(ctx.now(), poll.closesInDays * DAY_MS)
  const rules = rulesOf({
    method,
    options,
    secret: false,
    rules: { ...plain, ...(poll.number && { number: poll.number }) },
  })
  const html = await renderText(ctx, text)
  const roll = await committeeRoll(ctx.db)
  const casts = poll.ballots.map(([voter, said]): Cast => ({ voter, ...ballotOf(poll, said), reason: null }))
  const vote = {
    kind: 'decision' as const,
    spaceId,
    question,
    method,
    options,
    rules,
    text,
    html,
    opensAt,
    closesAt,
    roll,
  }
  await seedVote(ctx, people, poll.author, casts, vote)
}

const plain = {
  base: 'expressed',
  threshold: { numerator: 1, denominator: 2 },
  comparator: '>',
  quorum: { numerator: 0, denominator: 1 },
  veto: false,
} as const

function ballotOf(poll: DemoPoll, said: string): Pick<Cast, 'choice' | 'value'> {
  if (said === 'blank' || said === 'abstain') return { choice: said }
  return { choice: 'cast', value: valueOf(poll, said) }
}

/** One line of the content as a ballot; options have the ids `o1`, `o2`, … in their order. */
function valueOf({ method }: DemoPoll, said: string): BallotValue {
  const idOf = (digit: string): string => `o${Number(digit) + 1}`
  if (method === 'median') return { number: Number(said) }
  if (method === 'schulze') return { ranking: said.split(' ').map((group) => [...group].map(idOf)) }
  return { grades: Object.fromEntries([...said].map((grade, index) => [`o${index + 1}`, Number(grade)])) }
}
