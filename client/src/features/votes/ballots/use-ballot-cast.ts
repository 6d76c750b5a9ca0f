import { useState } from 'react'
import { type Ballot, useCast, type Vote } from '../api.ts'
import { useSecretCast } from '../secret/use-secret-cast.ts'

/** A ballot that is cast once, before it is: what it says is read once more. */
export interface Asked {
  ballot: Ballot
  confirm: () => void
  back: () => void
}

/** How a ballot is sent, whatever it says. @param onSent of a named one */
export function useBallotCast(vote: Vote, onSent?: () => void) {
  const cast = useCast(vote.id, onSent)
  const secret = useSecretCast(vote)
  const [ballot, setBallot] = useState<Ballot | null>(null)
  const back = (): void => setBallot(null)
  if (!vote.secret) {
    const send = (said: Ballot): void => cast.mutate(said)
    return { send, isPending: cast.isPending, error: cast.error, receipt: cast.data?.receipt ?? null, asked: null }
  }
  const confirm = (): void => {
    back()
    if (ballot) secret.send(ballot)
  }
  const asked: Asked | null = ballot && { ballot, confirm, back }
  return { ...secret, send: setBallot, receipt: null, asked }
}
