import { type KeyboardEvent, useEffect, useRef } from 'react'
import * as Y from 'yjs'
import { limits } from '@cenacle/contract/text'
import { TITLE_ORIGIN } from '../behaviour/collaboration.ts'
import { caretAfter, type Change, changeBetween, oneLine } from '../behaviour/text-diff.ts'
import type { PageSession } from '../live/page-session.ts'
import { useSay } from '../texts/say.ts'
import styles from './Editor.module.css'

/** The change of a Yjs event as one of ours; several at once (after a cut) as the one between the two texts. */
const changeOf = (before: string, event: Y.YTextEvent): Change | undefined => {
  const after = event.target.toJSON()
  return changeBetween(before, after, after.length)
}

/** Writes what was typed as one small change, so that two people in one title both keep their words. */
function write({ doc, title }: PageSession, field: HTMLTextAreaElement): void {
  const text = oneLine(field.value)
  const change = changeBetween(title.toJSON(), text, field.selectionStart)
  if (!change) return
  doc.transact(() => {
    if (change.remove > 0) title.delete(change.index, change.remove)
    if (change.insert) title.insert(change.index, change.insert)
  }, TITLE_ORIGIN)
}

interface TitleFieldProps {
  session: PageSession
  undoManager: Y.UndoManager
  editable: boolean
  /** Enter, or the arrow down: on to the text. */
  onDone: () => void
}

/** The title, which several may write at once. */
export function TitleField({ session, undoManager, editable, onDone }: TitleFieldProps) {
  const say = useSay()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { title } = session
    const element = field.current
    if (!element) return undefined
    element.value = title.toJSON()
    const onChange = (event: Y.YTextEvent, { origin }: Y.Transaction): void => {
      if (origin === TITLE_ORIGIN) return
      const change = changeOf(element.value, event)
      if (!change) return
      const { selectionStart, selectionEnd } = element
      const isFocused = document.activeElement === element
      element.value = title.toJSON()
      if (isFocused) element.setSelectionRange(caretAfter(selectionStart, change), caretAfter(selectionEnd, change))
    }
    title.observe(onChange)
    return () => title.unobserve(onChange)
  }, [session])
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, nativeEvent, ctrlKey, metaKey, shiftKey } = event
    if (nativeEvent.isComposing) return
    const isUndo = (ctrlKey || metaKey) && /^[zy]$/i.test(key)
    if (key !== 'Enter' && !isUndo) return
    event.preventDefault()
    if (key === 'Enter') onDone()
    else if (key.toLowerCase() === 'y' || shiftKey) undoManager.redo()
    else undoManager.undo()
  }
  const onInput = (event: { currentTarget: HTMLTextAreaElement; nativeEvent: Event }): void => {
    // While an accent is composed, the text is not yet what is meant.
    if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) return
    write(session, event.currentTarget)
    if (/[\r\n\t]/.test(event.currentTarget.value)) event.currentTarget.value = session.title.toJSON()
  }
  return (
    <h1 className={styles['title']}>
      <textarea
        ref={field}
        rows={1}
        aria-label={say('title')}
        placeholder={say('titlePlaceholder')}
        maxLength={limits.title}
        readOnly={!editable}
        spellCheck
        onInput={onInput}
        onCompositionEnd={onInput}
        onKeyDown={onKeyDown}
      />
    </h1>
  )
}
