import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect } from 'react'

/** Between the caret's line and what would cover it, pixels. */
const AIR = 16

/** The tools on a phone, where they lie over the foot of the text; on a desk they stick below the bar of the shell. */
const lyingTools = (): HTMLElement | undefined => {
  const tools = document.querySelector<HTMLElement>('[data-tools]')
  return tools && getComputedStyle(tools).position === 'fixed' ? tools : undefined
}

/**
 * What covers the text at its edges, in pixels, as of now: the caret stays between. ProseMirror reads it each time it scrolls; a warning
 * makes the tools of a phone higher.
 */
export const covered = {
  left: 0,
  right: 0,
  get top(): number {
    return lyingTools() ? 64 + AIR : 150
  },
  get bottom(): number {
    const tools = lyingTools()
    return tools ? tools.offsetHeight + AIR : 96
  },
}

/** Where the tools of a phone come to lie over the line one writes in (a warning, the keyboard), the text makes way. */
export function useCaretInSight(editor: Editor | undefined, tools: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!editor || !tools.current) return undefined
    const makeWay = (): void => {
      const lying = lyingTools()
      if (!lying || editor.isDestroyed || !editor.view.hasFocus()) return
      const caret = editor.view.coordsAtPos(editor.state.selection.head)
      const over = caret.bottom + AIR - lying.getBoundingClientRect().top
      if (over > 0 && caret.top < window.innerHeight) window.scrollBy(0, over)
    }
    const observer = new ResizeObserver(makeWay)
    observer.observe(tools.current)
    window.visualViewport?.addEventListener('resize', makeWay)
    return () => {
      observer.disconnect()
      window.visualViewport?.removeEventListener('resize', makeWay)
    }
  }, [editor, tools])
}
