import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom'
import { baseKeymap, toggleMark } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { StepMap } from '@tiptap/pm/transform'
import { EditorView } from '@tiptap/pm/view'
import { redo, undo } from 'y-prosemirror'
import type { Composing } from '../live/composing.ts'
import { composition } from './composition.ts'
import { caretAfter, changeBetween } from './text-diff.ts'

/** What the box says. */
export interface FootnoteTexts {
  note: (number: number) => string
  text: string
  hint: string
  remove: string
}

interface Needs {
  outer: EditorView
  node: Node
  /** Where the note is in the page; undefined once it is gone. */
  position: () => number | undefined
  texts: FootnoteTexts
  composing: Composing
  closed: () => void
}

const MARGIN = 8

/** The way from the box's own document to the page: a step that came from there does not go back. */
const FROM_OUTSIDE = 'fromOutside'

const element = (tag: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** What others make bold is written anew, and the caret with it: it stays by the letters. */
function keepCaret(tr: Transaction, { doc, selection }: EditorState, node: Node): void {
  const [was, is] = [doc.textContent, node.textContent]
  if (was.length !== doc.content.size || is.length !== node.content.size) return
  const change = changeBetween(was, is, is.length)
  const at = (caret: number): number => (change ? caretAfter(caret, change) : caret)
  tr.setSelection(TextSelection.create(tr.doc, at(selection.anchor), at(selection.head)))
}

/**
 * Where a footnote is written: a small editor of its own whose steps are steps of the page, so that they are saved, undone and shared like all
 * others. What a colleague writes in the same note comes in around the caret.
 * After ProseMirror's footnote example (MIT).
 */
export class FootnoteBox {
  readonly #outer: EditorView
  readonly #inner: EditorView
  readonly #dom = element('div', 'footnote-box')
  readonly #title = element('p', 'footnote-box-title')
  readonly #position: () => number | undefined
  readonly #texts: FootnoteTexts
  readonly #stop: () => void
  readonly #closed: () => void
  #isOpen = true

  constructor({ outer, node, position, texts, composing, closed }: Needs) {
    this.#outer = outer
    this.#position = position
    this.#texts = texts
    this.#closed = closed
    this.#dom.setAttribute('role', 'dialog')
    this.#inner = new EditorView(null, {
      state: EditorState.create({
        doc: node,
        plugins: [keymap(this.#keys()), keymap(baseKeymap), composition(composing)],
      }),
      dispatchTransaction: (tr) => this.#dispatch(tr),
      attributes: { role: 'textbox', 'aria-multiline': 'false', 'aria-label': texts.text, class: 'footnote-text' },
    })
    this.#dom.append(this.#title, this.#inner.dom, this.#foot())
    ;(outer.dom.closest('main') ?? document.body).append(this.#dom)
    this.#stop = this.#stay()
    this.#inner.dispatch(this.#inner.state.tr.setSelection(TextSelection.atEnd(this.#inner.state.doc)))
  }

  focus(): void {
    this.#inner.focus()
  }

  /** The note as it is in the page now. */
  update(node: Node, number: number): void {
    this.#title.textContent = this.#texts.note(number)
    this.#dom.setAttribute('aria-label', this.#texts.note(number))
    const { state } = this.#inner
    const start = node.content.findDiffStart(state.doc.content)
    if (start === null) return
    const end = node.content.findDiffEnd(state.doc.content)
    if (!end) return
    const overlap = Math.max(0, start - Math.min(end.a, end.b))
    const tr = state.tr.replace(start, end.b + overlap, node.slice(start, end.a + overlap))
    keepCaret(tr, state, node)
    this.#inner.dispatch(tr.setMeta(FROM_OUTSIDE, true))
  }

  destroy(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#stop()
    this.#inner.destroy()
    this.#dom.remove()
    this.#closed()
  }

  #dispatch(tr: Transaction): void {
    const { state, transactions } = this.#inner.state.applyTransaction(tr)
    this.#inner.updateState(state)
    const position = this.#position()
    if (tr.getMeta(FROM_OUTSIDE) === true || position === undefined) return
    const outer = this.#outer.state.tr
    const offset = StepMap.offset(position + 1)
    for (const { steps } of transactions)
      for (const step of steps) {
        const mapped = step.map(offset)
        if (mapped) outer.step(mapped)
      }
    if (outer.docChanged) this.#outer.dispatch(outer)
  }

  #keys(): Record<string, Command> {
    const back = (): boolean => (this.#back(), true)
    const mark = (name: string): Command => {
      const type = this.#outer.state.schema.marks[name]
      return type ? toggleMark(type) : () => false
    }
    return {
      Enter: back,
      Escape: back,
      Tab: back,
      'Mod-b': mark('bold'),
      'Mod-i': mark('italic'),
      'Mod-z': () => undo(this.#outer.state),
      'Mod-y': () => redo(this.#outer.state),
      'Mod-Shift-z': () => redo(this.#outer.state),
    }
  }

  #foot(): HTMLElement {
    const foot = element('div', 'footnote-box-foot')
    const remove = element('button', 'footnote-box-remove', this.#texts.remove)
    remove.setAttribute('type', 'button')
    remove.addEventListener('click', () => this.#remove())
    foot.append(element('span', 'footnote-box-hint', this.#texts.hint), remove)
    return foot
  }

  #remove(): void {
    const position = this.#position()
    const { state } = this.#outer
    const size = position === undefined ? 0 : (state.doc.nodeAt(position)?.nodeSize ?? 0)
    this.destroy()
    if (position !== undefined && size > 0) this.#outer.dispatch(state.tr.delete(position, position + size))
    this.#outer.focus()
  }

  /** Back to the text, behind the note. */
  #back(): void {
    const position = this.#position()
    const { state } = this.#outer
    const behind = position === undefined ? undefined : position + (state.doc.nodeAt(position)?.nodeSize ?? 0)
    this.destroy()
    this.#outer.focus()
    if (behind !== undefined && behind <= state.doc.content.size)
      this.#outer.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(behind))))
  }

  /** Beside its number, also while one scrolls; a press elsewhere closes it. @returns ends that */
  #stay(): () => void {
    const anchor = {
      contextElement: this.#outer.dom,
      getBoundingClientRect: (): DOMRect => {
        const position = this.#position()
        const dom = position === undefined ? null : this.#outer.nodeDOM(position)
        return (dom instanceof Element ? dom : this.#outer.dom).getBoundingClientRect()
      },
    }
    const place = async (): Promise<void> => {
      const { x, y } = await computePosition(anchor, this.#dom, {
        placement: 'bottom-start',
        middleware: [offset(MARGIN), flip({ padding: MARGIN }), shift({ padding: MARGIN })],
      })
      this.#dom.style.setProperty('transform', `translate(${Math.round(x)}px, ${Math.round(y)}px)`)
    }
    const elsewhere = ({ target }: Event): void => {
      if (target instanceof globalThis.Node && !this.#dom.contains(target)) this.destroy()
    }
    const unplace = autoUpdate(anchor, this.#dom, () => void place())
    document.addEventListener('pointerdown', elsewhere, true)
    return () => {
      unplace()
      document.removeEventListener('pointerdown', elsewhere, true)
    }
  }
}
