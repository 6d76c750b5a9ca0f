import type { DiffAnswer } from '@cenacle/contract/history'
import { Undo2 } from 'lucide-react'
import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../../ui/Button.tsx'
import { nameTasks } from '../live-html.ts'
import { sayChange } from './say-diff.ts'
import '../../../editor/page-prose.css'
import './diff.css'
import { useSay } from './texts/say.ts'

interface DiffTextProps {
  diff: DiffAnswer
  current: number | null
  onCurrent: (index: number) => void
  /** Undefined where one may not. */
  restore: ((index: number) => void) | undefined
  pending: number | undefined
}

interface Place {
  index: number
  host: HTMLElement
}

/** More buttons than these would be in the way: then only the change that one looks at has its button. */
const MOST_BUTTONS = 100
const HOLD_WORDS = /^(?:P|H[1-6]|LI|TD|TH|DIV)$/

/** Where the button of a change goes: at the end of its words, else after the block that cannot hold one. */
function hostFor(block: Element): HTMLElement {
  const host = document.createElement('span')
  host.className = 'diff-act'
  const holder = block.tagName === 'TR' ? block.lastElementChild : (block.querySelector(':scope > div') ?? block)
  if (holder && HOLD_WORDS.test(holder.tagName)) holder.append(host)
  else block.after(host)
  return host
}

/** A comparison as a text. Each change that can be taken back has its button. */
export function DiffText({ diff, current, onCurrent, restore, pending }: DiffTextProps) {
  const t = useSay()
  const container = useRef<HTMLDivElement>(null)
  const [places, setPlaces] = useState<Place[]>([])
  const { html, changes } = diff
  useLayoutEffect(() => {
    const element = container.current
    if (!element) return
    // Safe by construction: packages/document/src/diff-html.ts.
    element.innerHTML = html
    nameTasks(element)
    const blocks = [...element.querySelectorAll('[data-change]')]
    setPlaces(blocks.map((block) => ({ index: Number(block.getAttribute('data-change')), host: hostFor(block) })))
    for (const link of element.querySelectorAll('a')) link.setAttribute('target', '_blank')
  }, [html])
  useEffect(() => {
    const blocks = container.current?.querySelectorAll('[data-change]') ?? []
    for (const block of blocks) {
      const isCurrent = block.getAttribute('data-change') === String(current)
      block.toggleAttribute('data-current', isCurrent)
      if (isCurrent)
        block.scrollIntoView({
          block: 'center',
          behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
        })
    }
  }, [current, html])
  const choose = ({ target }: MouseEvent): void => {
    const block = target instanceof Element && !target.closest('a, button') ? target.closest('[data-change]') : null
    if (block) onCurrent(Number(block.getAttribute('data-change')))
  }
  const shown = restore ? places.filter(({ index }) => changes.length <= MOST_BUTTONS || index === current) : []
  return (
    <>
      {/* Pressing on a change only looks at it, as the buttons above do. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div ref={container} className="page-prose diff" onClick={choose} />
      {shown.map(({ index, host }) => {
        const change = changes[index]
        const label = t(change?.kind === 'added' ? 'history.removePassage' : 'history.restorePassage')
        return createPortal(
          <Button
            size="small"
            variant="quiet"
            isPending={pending === index}
            aria-label={change ? `${label}. ${sayChange(change, t)}` : label}
            onPress={() => restore?.(index)}
          >
            <Undo2 size={16} aria-hidden />
            {label}
          </Button>,
          host,
          String(index),
        )
      })}
    </>
  )
}
