import { personColor } from '@cenacle/contract/person-color'
import type { AuthorsAnswer } from '@cenacle/contract/history'
import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { initials } from '../../../ui/initials.ts'
import { nameTasks } from '../live-html.ts'
import '../../../editor/page-prose.css'
import './diff.css'
import { useSay } from './texts/say.ts'

interface AuthorsTextProps {
  answer: AuthorsAnswer
  /** Who wrote each passage and when, in words. */
  said: readonly string[]
  current: number | null
  onCurrent: (run: number) => void
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

const runOf = (target: EventTarget): number | undefined => {
  const run = target instanceof Element ? target.closest('[data-run]')?.getAttribute('data-run') : null
  return run == null ? undefined : Number(run)
}

/** A page whose passages say who wrote them: by colour, by initials where an author begins, in words when pointed at or reached by arrows. */
export function AuthorsText({ answer, said, current, onCurrent }: AuthorsTextProps) {
  const t = useSay()
  const container = useRef<HTMLDivElement>(null)
  const { html, runs, people } = answer
  useLayoutEffect(() => {
    const element = container.current
    if (!element) return
    // Safe by construction: packages/document/src/authorship.ts.
    element.innerHTML = html
    nameTasks(element)
    let last: number | null | undefined
    const seen = new Set<number>()
    for (const span of element.querySelectorAll<HTMLElement>('[data-run]')) {
      const index = Number(span.dataset['run'])
      const by = runs[index]?.by ?? null
      const person = by === null ? undefined : people[by]
      if (person) span.style.setProperty('--person', `var(--person-${personColor(person.id)})`)
      if (person && by !== last) span.dataset['initials'] = initials(person.name)
      if (runs[index]?.transmitted) span.dataset['passed'] = ''
      if (!seen.has(index)) span.tabIndex = seen.size === 0 ? 0 : -1
      seen.add(index)
      last = by
    }
  }, [html, runs, people])
  useEffect(() => {
    for (const span of container.current?.querySelectorAll<HTMLElement>('[data-run]') ?? [])
      span.toggleAttribute('data-current', span.dataset['run'] === String(current))
  }, [current, html])
  const focus = (run: number): void => {
    const element = container.current
    for (const span of element?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? []) span.tabIndex = -1
    const span = element?.querySelector<HTMLElement>(`[data-run="${run}"]`)
    if (!span) return
    span.tabIndex = 0
    span.focus()
  }
  const look = ({ target }: PointerEvent | FocusEvent): void => {
    const run = runOf(target)
    if (run !== undefined && run !== current) onCurrent(run)
  }
  const move = (event: KeyboardEvent): void => {
    const run = runOf(event.target)
    const step = STEPS[event.key]
    if (run === undefined || !step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    focus(step(run, said.length - 1))
  }
  return (
    // One stop of the keyboard; arrows go from passage to passage, and the line above says whose each is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={container}
      role="group"
      aria-label={t('authors.text')}
      className="page-prose authored"
      onPointerOver={look}
      onFocus={look}
      onKeyDown={move}
    />
  )
}
