import { useEffect, useState } from 'react'
import { type Draft, drafts, type Words } from './drafts.ts'
import { randomKey } from './http.ts'

export interface KeptDraft {
  draft: Draft
  /** False where this device refuses to keep it. */
  isKept: boolean
  setDraft: (next: Words) => void
  /** After it was sent, or thrown away on purpose. */
  clear: () => void
}

/** The words with another poll beside them, or none. */
export const withPoll = ({ poll: _before, ...words }: Words, poll: string | undefined): Words =>
  poll === undefined ? words : { ...words, poll }

const nothing = (): Draft => ({ text: '', sendKey: randomKey() })

/**
 * What somebody types, kept on this device until it is sent. Where the device refuses to keep it, leaving the page asks first.
 * @param place for what it is: `reply.<topic>`, `topic.<space>`
 */
export const useDraft = (personId: string, place: string): KeptDraft => {
  const [draft, setState] = useState<Draft>(() => drafts.read(personId, place) ?? nothing())
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    if (isKept) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isKept])
  return {
    draft,
    isKept,
    setDraft: (words) => {
      const next = { ...words, sendKey: randomKey() }
      setState(next)
      setKept(drafts.write(personId, place, next))
    },
    clear: () => {
      setState(nothing())
      setKept(true)
      drafts.forget(personId, place)
    },
  }
}
