import { useRef } from 'react'
import type { SecretBallot } from '@cenacle/tally/secret'
import { asProblem } from '../../../lib/problem.ts'
import { type KeptLine, receipts } from '../../../lib/receipts.ts'
import { useMe } from '../../../lib/session.ts'
import { type Ballot, useCast, type Vote } from '../api.ts'
import { attemptOf, secretVoteOf, sentReceipts } from './attempt.ts'

export interface SecretCast {
  /** Draws the receipts, keeps them here, then sends the ballot. */
  send: (ballot: Ballot) => void
  isPending: boolean
  error: Error | null
}

/** Whether a ballot was refused for certain, so that its receipts mean nothing. One that was already there may be this one. */
const isRefused = (error: unknown): boolean => {
  const problem = asProblem(error)
  return problem !== undefined && problem.status >= 400 && problem.status < 500 && problem.code !== 'already-voted'
}

/** How a ballot of a secret vote is sent; what came of it is in `ReceiptsBox`. */
export function useSecretCast(vote: Vote): SecretCast {
  const me = useMe()
  const attempt = useRef<KeptLine[]>([])
  const keep = (isConfirmed: boolean, attempts: KeptLine[][]): void => {
    if (attempts.length > 0) receipts.write(me.id, vote.id, { isConfirmed, attempts })
    else receipts.forget(me.id, vote.id)
  }
  const cast = useCast(vote.id, () => {
    if (vote.secret) keep(true, [attempt.current])
  })
  const send = async (ballot: Ballot): Promise<void> => {
    const kept = receipts.read(me.id, vote.id)
    attempt.current = attemptOf(secretVoteOf(vote), ballot as SecretBallot, kept)
    const sent = attempt.current.map(({ receipt }) => receipt).join()
    const others = kept?.attempts.filter((one) => one.map(({ receipt }) => receipt).join() !== sent) ?? []
    // Before it leaves: once it has arrived, a ballot whose receipt is lost can never be found again.
    keep(false, [...others, attempt.current])
    try {
      await cast.mutateAsync({ ...ballot, receipts: sentReceipts(attempt.current) } as Ballot)
    } catch (error) {
      if (isRefused(error)) keep(false, others)
    }
  }
  return { send: (ballot) => void send(ballot), isPending: cast.isPending, error: cast.error }
}
