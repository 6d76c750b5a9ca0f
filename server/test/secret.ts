import { createHash, randomBytes } from 'node:crypto'
import type { PublishedAnswer } from '@cenacle/contract/vote-result'
import type { VoteAnswer } from '@cenacle/contract/vote'
import { linesOf, receiptsOf, type SecretBallot, type SecretVote } from '@cenacle/tally/secret'
import type { Answer, Caller, TestApp } from './harness.ts'
import { type Committee, DAY } from './votes.ts'

export const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const draw = (): string => randomBytes(16).toString('hex')

/** A decision, secret unless said otherwise. */
export async function aSecretVote(
  app: TestApp,
  { spaceId, members }: Pick<Committee, 'spaceId' | 'members'>,
  values: object = {},
): Promise<VoteAnswer> {
  const closesAt = new Date(app.deps.world.now().getTime() + DAY).toISOString()
  const body = { spaceId, question: 'Faut-il changer de prestataire ?', closesAt, secret: true, ...values }
  const opened = await members[0]?.caller.post('/api/decisions', body)
  if (opened?.status !== 201) throw new Error(`opening: ${opened?.status} ${JSON.stringify(opened?.body)}`)
  return opened.body as VoteAnswer
}

/** A vote as its lines are made of it. */
export const secretVoteOf = ({ id, method, options }: VoteAnswer): SecretVote => ({
  poll: id,
  method,
  options: options.map((option) => option.id),
})

/** A ballot as a browser sends it, with what the browser keeps. */
export function sealed(vote: VoteAnswer, ballot: SecretBallot) {
  const kept = receiptsOf(hash, linesOf(secretVoteOf(vote), ballot), draw)
  const receipts = Object.fromEntries(kept.map(({ line, receipt }) => [line, receipt]))
  return { body: { ...ballot, receipts }, kept }
}
export type Kept = ReturnType<typeof sealed>['kept']

/** Casts as a browser does. @returns the answer, and what the voter keeps */
export async function castSecretly(
  caller: Caller,
  vote: VoteAnswer,
  ballot: SecretBallot,
): Promise<Answer & { kept: Kept }> {
  const { body, kept } = sealed(vote, ballot)
  return { ...(await caller.put(`/api/votes/${vote.id}/ballot`, body)), kept }
}

/** The published list of a closed vote. */
export const publishedOf = async (caller: Caller, vote: { id: string }): Promise<PublishedAnswer> =>
  (await caller.get(`/api/votes/${vote.id}/published`)).body as PublishedAnswer
