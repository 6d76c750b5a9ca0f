import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView, type NodeView } from '@tiptap/pm/view'
import type { Composing } from '../live/composing.ts'
import { FootnoteBox, type FootnoteTexts } from './footnote-box.ts'
import { followNote, openNote, type OpenNote } from './open-note.ts'

const key = new PluginKey<DecorationSet>('footnotes')
const openKey = new PluginKey<OpenNote | null>('open footnote')

/** Blocks never change, they are replaced: which footnotes one holds is looked up once. */
const known = new WeakMap<Node, readonly number[]>()

/** Where the footnotes of a block are, from its start. */
function within(block: Node): readonly number[] {
  const found = known.get(block)
  if (found) return found
  const offsets: number[] = []
  block.descendants((node, offset) => {
    if (node.type.name === 'footnote') offsets.push(offset)
    return node.type.name !== 'footnote'
  })
  known.set(block, offsets)
  return offsets
}

/** The numbers of the footnotes, by their place among the others. */
function numbers(doc: Node): DecorationSet {
  const decorations: Decoration[] = []
  doc.forEach((block, at) => {
    for (const offset of within(block)) {
      const from = at + 1 + offset
      const size = doc.nodeAt(from)?.nodeSize ?? 1
      decorations.push(Decoration.node(from, from + size, {}, { number: decorations.length + 1 }))
    }
  })
  return decorations.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, decorations)
}

/** How many footnotes there are. */
function countIn(doc: Node): number {
  let count = 0
  doc.forEach((block) => void (count += within(block).length))
  return count
}

/** The numbers after a change: moved along where each footnote is still the one it was, else given anew. */
function renumbered({ doc, mapping }: Transaction, before: DecorationSet): DecorationSet {
  const count = countIn(doc)
  if (count === 0) return DecorationSet.empty
  if (before.find().length !== count) return numbers(doc)
  const moved = before.map(mapping, doc)
  return moved.find().length === count ? moved : numbers(doc)
}

const numberIn = (decorations: readonly Decoration[]): number => {
  for (const { spec } of decorations) {
    const given: unknown = spec['number']
    if (typeof given === 'number') return given
  }
  return 0
}

/** A footnote in the line: its number. */
class FootnoteView implements NodeView {
  readonly dom = document.createElement('span')
  readonly #texts: FootnoteTexts

  constructor(node: Node, open: () => void, decorations: readonly Decoration[], texts: FootnoteTexts) {
    this.#texts = texts
    this.dom.className = 'footnote'
    this.dom.setAttribute('role', 'note')
    this.dom.addEventListener('click', open)
    this.update(node, decorations)
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type.name !== 'footnote') return false
    const number = numberIn(decorations)
    this.dom.textContent = String(number || '')
    this.dom.classList.toggle('is-empty', node.content.size === 0)
    this.dom.setAttribute('aria-label', `${this.#texts.note(number)} ${node.textContent}`.trim())
    return true
  }

  stopEvent(): boolean {
    return false
  }

  ignoreMutation(): boolean {
    return true
  }
}

/** Opens the box of the footnote there. */
function openAt(view: EditorView, position: number | undefined): void {
  const { state } = view
  if (!view.editable || position === undefined || state.doc.nodeAt(position)?.type.name !== 'footnote') return
  if (openKey.getState(state)?.position !== position)
    view.dispatch(state.tr.setMeta(openKey, openNote(state, position)))
}

function openSelected(view: EditorView): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return false
  openAt(view, selection.from)
  return true
}

const before = ({ selection: { $from, empty } }: EditorState): number | undefined =>
  empty && $from.nodeBefore?.type.name === 'footnote' ? $from.pos - $from.nodeBefore.nodeSize : undefined

/** Gives each footnote its number, as a decoration whose spec holds it. */
export const numbering = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => numbers(doc),
      apply: (tr, now) => (tr.docChanged ? renumbered(tr, now) : now),
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** The box of the note that is open, beside the text: it stays when the others' work draws that anew. */
function boxOf(view: EditorView, texts: FootnoteTexts, composing: Composing): { update(): void; destroy(): void } {
  let box: FootnoteBox | undefined
  let isOver = false
  const position = (): number | undefined => openKey.getState(view.state)?.position
  const closed = (): void => {
    box = undefined
    if (!isOver && position() !== undefined) view.dispatch(view.state.tr.setMeta(openKey, null))
  }
  return {
    update() {
      const at = position()
      const node = at === undefined ? null : view.state.doc.nodeAt(at)
      if (at === undefined || !node) return box?.destroy()
      const isNew = box === undefined
      box ??= new FootnoteBox({ outer: view, node, position, texts, composing, closed })
      box.update(node, numberIn(key.getState(view.state)?.find(at, at + node.nodeSize) ?? []))
      // The text hears at once that it is left.
      if (isNew) box.focus()
    },
    destroy() {
      isOver = true
      box?.destroy()
    },
  }
}

/** Footnotes: numbered in order, opened by a press or Enter. A transaction with `openFootnote` opens the one before the caret. */
export const footnotes = (texts: FootnoteTexts, composing: Composing) =>
  Extension.create({
    name: 'footnotes',
    // Before the keys of lists.
    priority: 200,
    addKeyboardShortcuts: () => ({ Enter: ({ editor }) => openSelected(editor.view) }),
    onTransaction({ transaction, editor }) {
      const at = transaction.getMeta('openFootnote') === true ? before(editor.state) : undefined
      // What was just inserted is in the page's document after its transaction.
      if (at !== undefined) setTimeout(() => editor.isDestroyed || openAt(editor.view, at), 0)
    },
    addProseMirrorPlugins: () => [
      numbering(),
      new Plugin<OpenNote | null>({
        key: openKey,
        state: {
          init: () => null,
          apply(tr, open, old, state) {
            const asked = tr.getMeta(openKey) as OpenNote | null | undefined
            if (asked !== undefined) return asked
            return open && tr.docChanged ? followNote(open, tr, old.doc, state) : open
          },
        },
        props: {
          nodeViews: {
            footnote: (node, view, position, decorations) =>
              new FootnoteView(node, () => openAt(view, position()), decorations, texts),
          },
        },
        view: (view) => boxOf(view, texts, composing),
      }),
    ],
  })
