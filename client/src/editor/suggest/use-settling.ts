import type { Suggestion } from '@cenacle/document/suggestions'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef } from 'react'
import type { UndoManager } from 'yjs'
import { toast } from '../../ui/toasts.ts'
import { useSay } from '../texts/say.ts'
import type { SuggestMode } from './mode.ts'
import { goTo, step } from './steps.ts'
import { settleIn } from './suggesting.ts'

/** Settling suggestions one after the other, by keyboard too. @param onStep a key has asked for another one */
export function useSettling(editor: Editor, undoManager: UndoManager, mode: SuggestMode, onStep: () => void) {
  const say = useSay()
  const bar = useRef<HTMLElement>(null)
  const focusCard = useCallback(() => {
    requestAnimationFrame(() => {
      const button = bar.current?.querySelector<HTMLElement>('[data-card] button')
      ;(button ?? editor.view.dom).focus()
    })
  }, [editor])
  useEffect(() => {
    return mode.steps((by) => {
      if (mode.view().found.length === 0) return false
      onStep()
      step(editor, mode.view(), by)
      focusCard()
      return true
    })
  }, [mode, editor, focusCard, onStep])
  const settleAll = (which: readonly Suggestion[], accept: boolean): void => {
    // A step of its own, so that one undo brings back exactly this.
    undoManager.stopCapturing()
    settleIn(
      editor,
      which.flatMap(({ ids }) => ids),
      accept,
    )
    undoManager.stopCapturing()
    toast(say(accept ? 'suggest.accepted' : 'suggest.refused', { count: which.length }), {
      label: say('suggest.undo'),
      onPress: () => undoManager.undo(),
    })
  }
  /** Goes on to the next. */
  const settleOne = (one: Suggestion, accept: boolean): void => {
    const rest = mode.view().found.filter((other) => other !== one)
    const next = rest.find(({ from }) => from >= one.from) ?? rest[0]
    settleAll([one], accept)
    if (next)
      goTo(
        editor,
        mode.view().found.find(({ id }) => id === next.id),
      )
    focusCard()
  }
  return { bar, settleAll, settleOne }
}
