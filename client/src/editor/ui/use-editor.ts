import { Editor, Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type RefObject, useEffect, useState } from 'react'
import type { UndoManager } from 'yjs'
import { collaboration } from '../behaviour/collaboration.ts'
import { fileDrop } from '../behaviour/file-drop.ts'
import type { FootnoteTexts } from '../behaviour/footnote-box.ts'
import { focus } from '../behaviour/focus.ts'
import { footnotes } from '../behaviour/footnotes.ts'
import { type FormulaPlace, formulas } from '../behaviour/formulas.ts'
import { inputRules } from '../behaviour/input-rules.ts'
import { keys, type KeyActs } from '../behaviour/keys.ts'
import { tables } from '../behaviour/tables.ts'
import { taskItems } from '../behaviour/task-item.ts'
import { triggers } from '../behaviour/trigger.ts'
import type { PageSession } from '../live/page-session.ts'
import { paste } from '../paste/paste.ts'
import { schemaExtensions } from '../schema/schema-extensions.ts'
import type { SuggestMode } from '../suggest/mode.ts'
import { suggesting } from '../suggest/suggesting.ts'
import { covered } from './caret-in-sight.ts'

interface Texts {
  label: string
  placeholder: string
  task: string
  emptyFormula: string
  footnote: FootnoteTexts
}
interface Acts extends KeyActs {
  image: (file: File) => void
  file: (file: File) => void
  formula: (place: FormulaPlace) => void
  /** The keys of the list that a sign in the text has opened. */
  menu: (event: KeyboardEvent) => boolean
}
interface Needs {
  session: PageSession
  undoManager: UndoManager
  acts: Acts
  texts: Texts
  editable: boolean
  suggest: { mode: SuggestMode }
}

const placeholder = (text: string): Plugin =>
  new Plugin({
    props: {
      decorations({ doc }) {
        const isEmpty =
          doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0
        const attributes = { class: 'is-empty', 'data-placeholder': text }
        return isEmpty ? DecorationSet.create(doc, [Decoration.node(0, doc.content.size, attributes)]) : null
      },
    },
  })

/** From so many blocks on, the browser leaves those out that nobody sees: editor.css. */
const LONG = 300

const long = (): Plugin =>
  new Plugin({ props: { attributes: ({ doc }): Record<string, string> => (doc.childCount < LONG ? {} : longPage) } })
const longPage = { class: 'is-long' }

/** Cursors beside what holds no text, what stands in an empty page, and what spares a long one. */
const aids = (text: string) =>
  Extension.create({
    name: 'aids',
    addProseMirrorPlugins: () => [
      gapCursor(),
      dropCursor({ color: false, class: 'drop-cursor' }),
      placeholder(text),
      long(),
    ],
  })

/** The signs that open a list; its keys come before all others. */
const signs = (onKey: (event: KeyboardEvent) => boolean) =>
  Extension.create({ name: 'signs', priority: 1100, addProseMirrorPlugins: () => [triggers(onKey)] })

const create = (element: HTMLElement, { session, undoManager, acts, texts, editable, suggest }: Needs): Editor =>
  new Editor({
    element,
    editable,
    // A <style> element is against the content security policy; editor.css has the same rules.
    injectCSS: false,
    // They look at each step for events that nobody listens to.
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
    extensions: [
      ...schemaExtensions,
      aids(texts.placeholder),
      signs(acts.menu),
      inputRules,
      tables,
      keys(acts),
      focus,
      taskItems(texts.task),
      footnotes(texts.footnote, session.composing),
      formulas(acts.formula, texts.emptyFormula),
      paste(acts.image),
      fileDrop(acts.file),
      collaboration(session, undoManager),
      suggesting(suggest.mode),
    ],
    editorProps: {
      scrollThreshold: covered,
      scrollMargin: covered,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': texts.label, class: 'page-prose' },
    },
  })

/**
 * React asks the element that has the focus where its selection is, at each of its commits, and walks all of a text that does not say so:
 * in a long page that costs more than the key itself. ProseMirror looks after the selection; nobody reads these.
 */
const spareWalk = ({ view: { dom } }: Editor): void =>
  void Object.assign(dom, { selectionStart: 0, selectionEnd: 0, value: '' })

/**
 * The editor of a session, in an element, as long as both are there. The document must be here before: y-prosemirror would take an empty
 * one for the truth of the screen.
 */
export function useEditor(host: RefObject<HTMLElement | null>, needs: Needs): Editor | undefined {
  const [editor, setEditor] = useState<Editor>()
  const { session, undoManager, editable } = needs
  useEffect(() => {
    if (!host.current) return undefined
    const created = create(host.current, needs)
    spareWalk(created)
    setEditor(created)
    return () => {
      created.destroy()
      setEditor(undefined)
    }
    // The rest of `needs` is read once: another language takes effect at the next opening.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, undoManager])
  useEffect(() => editor?.setEditable(editable, false), [editor, editable])
  return editor
}
