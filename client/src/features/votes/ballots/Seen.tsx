import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Ballots.module.css'

/**
 * What came of a press, brought into sight as soon as it is there: on a phone it would else stand behind the bar of the places, until
 * one scrolls. @param of what is said; nothing shows without it, and what is said anew is shown anew
 */
export function Seen({ of, children }: { of: unknown; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Braces: what it answers, a promise in new browsers, is no way to undo it.
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [of])
  if (!of) return null
  return (
    <div ref={ref} className={styles['seen']}>
      {children}
    </div>
  )
}
