import { type ReactNode, useEffect, useRef } from 'react'
import { takeArrival } from '../lib/arrival.ts'
import { useTitle } from './use-title.ts'

interface PageHeadProps {
  /** The one clear act or matter of the screen, as a sentence. */
  title: ReactNode
  /** What the browser's tab says; `title` where that is a text. */
  tabTitle?: string
  above?: ReactNode
  lede?: ReactNode
  children?: ReactNode
}

/** The head of a screen: its only h1, which receives the focus when one arrives. */
export function PageHead({ title, tabTitle, above, lede, children }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(tabTitle ?? (typeof title === 'string' ? title : undefined))
  useEffect(() => {
    if (takeArrival()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="page-head">
      {above && <div className="muted">{above}</div>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lede && <p className="lede">{lede}</p>}
      {children}
    </header>
  )
}
