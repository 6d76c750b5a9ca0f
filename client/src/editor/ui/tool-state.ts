import type { Editor } from '@tiptap/core'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { UndoManager } from 'yjs'
import { placeInTable } from '../behaviour/tables.ts'

/** What the toolbar shows. */
export interface ToolState {
  style: 'paragraph' | 'heading2' | 'heading3' | 'heading4' | 'codeBlock'
  on: Record<Toggle, boolean>
  inTable: boolean
  inFirstRow: boolean
  canUndo: boolean
  canRedo: boolean
}
const toggles = [
  'bold',
  'italic',
  'strike',
  'code',
  'link',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'callout',
  'codeBlock',
  'image',
] as const
export type Toggle = (typeof toggles)[number]

function styleOf(editor: Editor): ToolState['style'] {
  const { type, attrs } = editor.state.selection.$from.parent
  if (type.name === 'codeBlock') return 'codeBlock'
  if (type.name !== 'heading') return 'paragraph'
  const level = Number(attrs['level'])
  return level <= 2 ? 'heading2' : level === 3 ? 'heading3' : 'heading4'
}

function read(editor: Editor, undoManager: UndoManager): ToolState {
  const place = placeInTable(editor.state)
  return {
    style: styleOf(editor),
    on: Object.fromEntries(toggles.map((name) => [name, editor.isActive(name)])) as Record<Toggle, boolean>,
    inTable: place !== undefined,
    inFirstRow: place?.top === 0,
    canUndo: undoManager.undoStack.length > 0,
    canRedo: undoManager.redoStack.length > 0,
  }
}

/** The state of the toolbar, anew only when something in it changes: not with each letter of the others. */
export function useToolState(editor: Editor, undoManager: UndoManager): ToolState {
  const last = useRef<{ text: string; state: ToolState }>(undefined)
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      undoManager.on('stack-item-added', listener)
      undoManager.on('stack-item-popped', listener)
      return () => {
        editor.off('transaction', listener)
        undoManager.off('stack-item-added', listener)
        undoManager.off('stack-item-popped', listener)
      }
    },
    [editor, undoManager],
  )
  return useSyncExternalStore(subscribe, () => {
    const state = read(editor, undoManager)
    const text = JSON.stringify(state)
    if (last.current?.text !== text) last.current = { text, state }
    return last.current.state
  })
}
