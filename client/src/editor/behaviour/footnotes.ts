import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView, type NodeView } from '@tiptap/pm/view'
import { FootnoteBox, type FootnoteTexts } from './footnote-box.ts'

const key = new PluginKey<DecorationSet>('footnotes')

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

/** A footnote in the line: its number, and a box to write it in. */
class FootnoteView implements NodeView {
  readonly dom = document.createElement('span')
  #node: Node
  #number = 0
  #box: FootnoteBox | undefined
  readonly #view: EditorView
  readonly #position: () => number | undefined
  readonly #texts: FootnoteTexts

  constructor(
    node: Node,
    view: EditorView,
    position: () => number | undefined,
    decorations: readonly Decoration[],
    texts: FootnoteTexts,
  ) {
    this.#node = node
    this.#view = view
    this.#position = position
    this.#texts = texts
    this.dom.className = 'footnote'
    this.dom.setAttribute('role', 'note')
    this.dom.addEventListener('click', () => this.open())
    views.set(this.dom, this)
    this.#show(decorations)
  }

  open(): void {
    if (!this.#view.editable || this.#box) return
    const closed = (): void => void (this.#box = undefined)
    this.#box = new FootnoteBox(this.#view, this.dom, this.#node, this.#position, this.#texts, closed)
    this.#box.name(this.#number)
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#box?.update(node)
    this.#show(decorations)
    return true
  }

  #show(decorations: readonly Decoration[]): void {
    this.#number = numberIn(decorations)
    this.dom.textContent = String(this.#number || '')
    this.dom.classList.toggle('is-empty', this.#node.content.size === 0)
    this.dom.setAttribute('aria-label', `${this.#texts.note(this.#number)} ${this.#node.textContent}`.trim())
    this.#box?.name(this.#number)
  }

  stopEvent(): boolean {
    return false
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#box?.destroy()
  }
}

const views = new WeakMap<Element, FootnoteView>()

function openAt(view: EditorView, position: number): boolean {
  const dom = view.nodeDOM(position)
  const found = dom instanceof Element ? views.get(dom) : undefined
  found?.open()
  return found !== undefined
}

/** The footnote that is selected, or was just inserted before the caret. */
function openSelected(view: EditorView): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return false
  return openAt(view, selection.from)
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

/** Footnotes: numbered in order, opened by a press or Enter. A transaction with `openFootnote` opens the one before the caret. */
export const footnotes = (texts: FootnoteTexts) =>
  Extension.create({
    name: 'footnotes',
    // Before the keys of lists.
    priority: 200,
    addKeyboardShortcuts: () => ({ Enter: ({ editor }) => openSelected(editor.view) }),
    onTransaction({ transaction, editor }) {
      const at = transaction.getMeta('openFootnote') === true ? before(editor.state) : undefined
      // The view of a node that was just inserted comes after its transaction.
      if (at !== undefined) setTimeout(() => editor.isDestroyed || openAt(editor.view, at), 0)
    },
    addProseMirrorPlugins: () => [
      numbering(),
      new Plugin({
        props: {
          nodeViews: {
            footnote: (node, view, position, decorations) => new FootnoteView(node, view, position, decorations, texts),
          },
        },
      }),
    ],
  })
