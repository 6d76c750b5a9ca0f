import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fieldMessages } from '../../../ui/field-messages.ts'
import { useI18n } from '../../../i18n/i18n.tsx'
import type { Ballot, Vote } from '../api.ts'
import { sayAmount } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import {
  type BallotDraft,
  draftOf,
  type Faults,
  faultsOf,
  faultyOption,
  fieldsOf,
  limitsOf,
  valueOf,
} from './ballot-draft.ts'
import { useLongDraft } from './use-long-draft.ts'

/** What is wrong with each field, in words; under '' what concerns the whole ballot. */
export type Messages = Readonly<Record<string, string>>

/** What there is to read about an option, where it is more than its name: the file of a nominee. */
export interface OptionFile {
  title: string
  by: string
  about: ReactNode
}
export type FileOf = (option: string) => OptionFile | undefined

/** What is asked once more above the button that sends a ballot, without which it goes all the same. */
export interface AskedBeforeSending {
  check: ReactNode
  /** The ballot is there. */
  onSent: () => void
}

/** A part of a ballot that one method asks for. */
export interface BallotPart {
  vote: Vote
  files: FileOf | undefined
  draft: BallotDraft
  onChange: (change: Partial<BallotDraft>) => void
  messages: Messages
}

interface Sending {
  send: (ballot: Ballot) => void
  error: unknown
}

/** Where the reader is taken when something is missing: the field, or else the first control, of the first option that lacks it. */
const focusFirst = (section: HTMLElement | null, ids: readonly string[]): void => {
  const first = section?.querySelector(
    ids.map((id) => (id === '' ? '[data-ballot]' : `[data-option="${CSS.escape(id)}"]`)).join(', '),
  )
  // The steps beside a number are no place to type it.
  const control = first?.querySelector<HTMLElement>('input') ?? first?.querySelector<HTMLElement>('button')
  control?.focus({ preventScroll: true })
  first?.scrollIntoView({ block: 'center' })
}

const bodyOf = (vote: Vote, draft: BallotDraft): Ballot =>
  draft.kind === 'value' ? { choice: 'cast', value: valueOf(vote, draft) } : { choice: draft.kind }

/** A ballot while it is filled in: what is chosen, what is missing once one has tried to send it. */
export function useBallot(vote: Vote, { send, error }: Sending) {
  const t = useSay()
  const { locale } = useI18n()
  const section = useRef<HTMLElement>(null)
  const { draft, change, isOther, isKept } = useLongDraft(vote)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(draft)
  const faults: Faults = tried ? faultsOf(vote, draft) : {}
  const { min, max } = limitsOf(vote)
  const { number } = vote.rules
  const texts = {
    min,
    max,
    low: sayAmount(number?.min ?? 0, '', locale),
    high: sayAmount(number?.max ?? 0, number?.unit ?? '', locale),
  }
  const said = Object.entries(faults).map(([id, code]) => [id, t(`ballot.fault.${code}`, texts)])
  const refused = Object.entries(fieldMessages(error, locale)).map(([name, text]) => [faultyOption(name, sent), text])
  const messages: Messages = Object.fromEntries([...refused, ...said])
  const ids = fieldsOf(vote).filter((id) => id in messages)
  const faulty = ids.length > 0 ? ids : '' in messages ? [''] : []
  const refusal = useRef<unknown>(null)
  useEffect(() => {
    if (error && refusal.current !== error && faulty.length > 0) focusFirst(section.current, faulty)
    refusal.current = error
  })
  const kept = draftOf(vote)
  return {
    section,
    draft,
    messages,
    kept: vote.myBallot ? kept : undefined,
    isChanged: (vote.myBallot !== null || isKept) && isOther,
    isKept,
    focusOn: (field: string): void => focusFirst(section.current, [field]),
    change,
    save: (): void => {
      setTried(true)
      const missing = faultsOf(vote, draft)
      if (Object.keys(missing).length > 0) return focusFirst(section.current, Object.keys(missing))
      setSent(draft)
      send(bodyOf(vote, draft))
    },
  }
}
