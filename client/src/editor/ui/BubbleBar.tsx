import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { Link2, MessageSquarePlus, Strikethrough } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useI18n } from '../../i18n/i18n.tsx'
import { layerOf, useFloating } from '../pick/use-floating.ts'
import { useSay } from '../texts/say.ts'
import type { Asked, ExtraActs } from './asked.ts'
import styles from './BubbleBar.module.css'
import { Tool } from './Tool.tsx'
import { type Toggle, useToolState } from './tool-state.ts'
import type { UndoManager } from 'yjs'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The words that are selected, once the selection is made: not under a finger or a mouse that still moves. */
function useSelected(editor: Editor): { from: number; to: number } | undefined {
  const [selected, setSelected] = useState<{ from: number; to: number }>()
  useEffect(() => {
    let isDown = false
    const look = (): void => {
      const { selection, doc } = editor.state
      const { from, to, empty } = selection
      const isText = selection instanceof TextSelection && !empty && !selection.$from.parent.type.spec.code
      const shown = isText && !isDown && editor.isFocused && doc.textBetween(from, to, ' ').trim() !== ''
      setSelected((now) => (!shown ? undefined : now?.from === from && now.to === to ? now : { from, to }))
    }
    const down = (): void => {
      isDown = true
      setSelected(undefined)
    }
    const up = (): void => {
      isDown = false
      // The browser tells the editor of its selection a moment later.
      setTimeout(() => editor.isDestroyed || look(), 0)
    }
    const { dom } = editor.view
    editor.on('transaction', look)
    editor.on('blur', look)
    editor.on('focus', look)
    dom.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    return () => {
      editor.off('transaction', look)
      editor.off('blur', look)
      editor.off('focus', look)
      dom.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
    }
  }, [editor])
  return selected
}

interface BubbleBarProps extends ExtraActs {
  editor: Editor
  undoManager: UndoManager
  onAsk: (asked: Asked) => void
}

/**
 * What one does most with words that are selected, beside them; where there is a mouse. Everything in it is in the bar of tools too, which
 * the keyboard reaches.
 */
export function BubbleBar({ editor, ...props }: BubbleBarProps) {
  const selected = useSelected(editor)
  return selected && <OpenBar editor={editor} selected={selected} {...props} />
}

function OpenBar({
  editor,
  undoManager,
  onAsk,
  comment,
  selected,
}: BubbleBarProps & { selected: { from: number; to: number } }) {
  const say = useSay()
  const { locale } = useI18n()
  const bar = useRef<HTMLDivElement>(null)
  const { on } = useToolState(editor, undoManager)
  const mark = (name: Toggle) => () => editor.chain().focus().toggleMark(name).run()
  useFloating(
    bar,
    editor.view.dom,
    () => {
      const most = editor.state.doc.content.size
      const start = editor.view.coordsAtPos(Math.min(selected.from, most))
      const end = editor.view.coordsAtPos(Math.min(selected.to, most))
      const isOneLine = Math.abs(start.top - end.top) < 4
      return new DOMRect(start.left, start.top, isOneLine ? end.left - start.left : 0, end.bottom - start.top)
    },
    'top',
    selected,
  )
  return createPortal(
    <div ref={bar} role="toolbar" aria-label={say('selectionBar')} className={styles['bar']}>
      <Tool name="bold" keys="Ctrl+B" pressed={on.bold} onPress={mark('bold')}>
        <b>{locale === 'fr' ? 'G' : 'B'}</b>
      </Tool>
      <Tool name="italic" keys="Ctrl+I" pressed={on.italic} onPress={mark('italic')}>
        <i>I</i>
      </Tool>
      <Tool name="strike" keys="Ctrl+Shift+X" pressed={on.strike} onPress={mark('strike')}>
        <Strikethrough {...icon} />
      </Tool>
      <Tool name="link" keys="Ctrl+K" pressed={on.link} onPress={() => onAsk('link')}>
        <Link2 {...icon} />
      </Tool>
      {comment && (
        <Tool name="comment" onPress={comment}>
          <MessageSquarePlus {...icon} />
        </Tool>
      )}
    </div>,
    layerOf(editor.view.dom),
  )
}
