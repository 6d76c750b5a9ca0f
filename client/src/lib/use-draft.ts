import { useEffect, useRef, useState } from 'react'
import { type Draft, drafts } from './drafts.ts'

interface KeptDraft {
  draft: Draft
  setDraft: (next: Draft) => void
  /** After it was sent, or thrown away on purpose. */
  clear: () => void
}

/**
 * What somebody types, kept on this device until it is sent. Where the device refuses to keep it, leaving the page asks first.
 * @param place for what it is: `reply.<topic>`, `topic.<space>`
 */
export const useDraft = (personId: string, place: string): KeptDraft => {
  const [draft, setState] = useState<Draft>(() => drafts.read(personId, place) ?? { text: '' })
  const unkept = useRef(false)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (unkept.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return {
    draft,
    setDraft: (next) => {
      setState(next)
      unkept.current = !drafts.write(personId, place, next)
    },
    clear: () => {
      setState({ text: '' })
      unkept.current = false
      drafts.forget(personId, place)
    },
  }
}
