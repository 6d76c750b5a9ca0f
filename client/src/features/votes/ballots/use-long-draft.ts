import { useEffect, useState } from 'react'
import { useMe } from '../../../lib/session.ts'
import type { Vote } from '../api.ts'
import { type BallotDraft, draftOf, isSame, leftDraft } from './ballot-draft.ts'
import { keptDrafts } from './kept-draft.ts'

/**
 * What is filled in. A jury's ballot is long: it outlives the page, until it is what the server has.
 * @returns `isOther`: not what the server has; `isKept`: this device has it
 */
export function useLongDraft(vote: Vote) {
  const me = useMe()
  const isLong = vote.kind === 'award' && !vote.secret
  const [filled, setDraft] = useState((): BallotDraft => (isLong && keptDrafts.read(me.id, vote.id)) || draftOf(vote))
  const [isKept, setKept] = useState(isLong)
  // Whoever is recused from every nominee that is left can still take part, by a blank ballot.
  const isNobodys = isLong && vote.options.length === 0
  const draft: BallotDraft = isNobodys ? { ...filled, kind: 'blank' } : leftDraft(vote, filled)
  const isOther = !isSame(vote, draftOf(vote), draft)
  useEffect(() => {
    if (isLong && !isOther) keptDrafts.forget(me.id, vote.id)
  }, [isLong, isOther, me.id, vote.id])
  const change = (part: Partial<BallotDraft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    if (isLong) setKept(keptDrafts.write(me.id, vote.id, next))
  }
  return { draft, change, isOther, isKept: isKept && isOther }
}
