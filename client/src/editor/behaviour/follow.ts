import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import { personOf } from '../live/people.ts'

/** Part of the window's height at its top and bottom in which a caret is brought back to the middle. */
const MARGIN = 0.25
/** What one does to look elsewhere oneself. */
const OWN_WAYS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Keeps a colleague's caret in sight while they write, until one scrolls, types or clicks oneself, or they leave.
 * @param onEnd called once, when it is over
 * @returns ends it
 */
export function follow(view: EditorView, awareness: Awareness, personId: string, onEnd: () => void): () => void {
  const look = (): void => {
    const caret = view.dom.querySelector(`.caret[data-person="${CSS.escape(personId)}"]`)
    if (!caret) return
    const { top, bottom } = caret.getBoundingClientRect()
    const margin = window.innerHeight * MARGIN
    if (top >= margin && bottom <= window.innerHeight - margin) return
    caret.scrollIntoView({ block: 'center', behavior: isCalm.matches ? 'auto' : 'smooth' })
  }
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)')
  const isHere = (): boolean => [...awareness.getStates().values()].some((state) => personOf(state)?.id === personId)
  // The carets are drawn by the same change: looked for after it.
  const onChange = (): void => (isHere() ? void requestAnimationFrame(look) : end())
  const options = { capture: true, passive: true }
  const end = (): void => {
    awareness.off('change', onChange)
    for (const way of OWN_WAYS) window.removeEventListener(way, onOwnWay, options)
    onEnd()
  }
  // A press on the button that follows answers for itself.
  const onOwnWay = ({ target }: Event): void => {
    if (!(target instanceof Element && target.closest('[data-follow]'))) end()
  }
  awareness.on('change', onChange)
  // The press that began it is still going on.
  setTimeout(() => {
    for (const way of OWN_WAYS) window.addEventListener(way, onOwnWay, options)
  }, 0)
  look()
  return end
}
