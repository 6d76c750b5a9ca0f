import { type Editor, Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { findSuggestions, type Suggestion } from '@cenacle/document/suggestions'
import { nodeSuggestion, SUGGESTED } from '@cenacle/document/annotations'
import { ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { beforeComposing, beforeKey } from './before-composing.ts'
import { makeEdits, stagesOf, type TextEdit } from './edits.ts'
import { writeExactly } from './exact.ts'
import { withoutSuggestions } from './flatten.ts'
import type { SuggestMode } from './mode.ts'
import { propose } from './propose.ts'
import { settle } from './settle.ts'
import { inPlace } from './write-into.ts'

const key = new PluginKey<Found>('suggestions')
/** A transaction that is a proposal already, or settles one. */
const DONE = 'suggestion'

interface Found {
  all: readonly Suggestion[]
  current: Suggestion | undefined
  decorations: DecorationSet
}

interface Binding {
  binding: { mux(run: () => void): void } | null
  type: Y.XmlFragment
  doc: Y.Doc
}

/** Text goes into the page's document as it is said, before y-prosemirror compares. */
function write(state: EditorState, texts: readonly TextEdit[]): void {
  const sync = ySyncPluginKey.getState(state) as Binding | undefined
  if (texts.length === 0 || !sync?.binding) return
  sync.binding.mux(() => sync.doc.transact(() => writeExactly(sync.type, state.doc, texts), ySyncPluginKey))
}

/** Accepts or refuses suggestions. */
export function settleIn(editor: Editor, ids: readonly string[], accept: boolean): void {
  makeEdits(editor.state, settle(editor.state, new Set(ids), accept), (tr, texts) => {
    write(editor.state, texts)
    editor.view.dispatch(tr.setMeta(DONE, true))
    return editor.state
  })
}

/** Shows the suggestions of a text anew, under the names that are known now. */
export const refreshNames = ({ state, view }: Editor): void => view.dispatch(state.tr.setMeta(key, true))

/** What one does is a suggestion while the mode is on; and suggestions are shown. */
export const suggesting = (mode: SuggestMode) =>
  Extension.create({
    name: 'suggesting',
    // Outermost: the others see what it makes of a transaction.
    priority: 2_000,
    dispatchTransaction({ transaction, next }) {
      const { state } = this.editor
      const isMine = transaction.docChanged && transaction.before === state.doc
      const isDone = transaction.getMeta(DONE) !== undefined || transaction.getMeta(ySyncPluginKey) !== undefined
      if (!mode.isOn || !isMine || isDone) return next(transaction)
      const proposal = propose(state, transaction, mode.proposer())
      if (proposal.kind === 'blocked') return mode.blocked(proposal.why)
      if (proposal.kind === 'as-is') return next(transaction)
      mode.proposed(proposal.id)
      const apply = (tr: Transaction, texts: readonly TextEdit[]): EditorState => {
        write(this.editor.state, texts)
        next(tr.setMeta(DONE, true))
        return this.editor.state
      }
      makeEdits(state, stagesOf(proposal.edits), apply, proposal.select)
    },
    addKeyboardShortcuts: () => ({ F8: () => mode.step(1), 'Shift-F8': () => mode.step(-1) }),
    addProseMirrorPlugins: () => [showing(mode)],
  })

function showing(mode: SuggestMode): Plugin<Found> {
  return new Plugin<Found>({
    key,
    state: {
      init: (_config, { doc }) => find(doc, 0, mode),
      apply(tr, before, _old, { doc, selection: { head } }) {
        if (tr.docChanged || tr.getMeta(key) !== undefined) return find(doc, head, mode)
        const current = at(before.all, head)
        return current === before.current
          ? before
          : { ...before, current, decorations: decorate(doc, before.all, current, mode) }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleDOMEvents: {
        keydown: (view, event) => goFirst(view, mode, beforeKey(view.state, event)),
        compositionstart: (view) => goFirst(view, mode, beforeComposing(view.state)),
      },
      transformPasted: (slice) => new Slice(plain(slice.content), slice.openStart, slice.openEnd),
    },
    appendTransaction(transactions, _old, state) {
      const typed = transactions.filter(
        (tr) => tr.docChanged && tr.getMeta(DONE) === undefined && tr.getMeta(ySyncPluginKey) === undefined,
      )
      return mode.isOn || typed.length === 0 ? null : inPlace(typed, state)
    },
    view: () => ({
      update({ state }) {
        const found = key.getState(state)
        if (found) mode.look(found.all, found.current)
      },
    }),
  })
}

/** The same one each time: where nothing is suggested, a letter changes nothing that is shown of suggestions. */
const NONE: readonly Suggestion[] = []

function goFirst(view: EditorView, mode: SuggestMode, tr: Transaction | undefined): false {
  if (mode.isOn && !view.composing && tr) view.dispatch(tr)
  return false
}

function find(doc: Node, head: number, mode: SuggestMode): Found {
  const found = findSuggestions(doc)
  const all = found.length === 0 ? NONE : found
  const current = at(all, head)
  return { all, current, decorations: decorate(doc, all, current, mode) }
}

/** The smallest one around a place. */
const at = (all: readonly Suggestion[], head: number): Suggestion | undefined =>
  all
    .filter(({ from, to }) => from <= head && head <= to)
    .reduce<Suggestion | undefined>(
      (best, one) => (best && best.to - best.from <= one.to - one.from ? best : one),
      undefined,
    )

function decorate(
  doc: Node,
  all: readonly Suggestion[],
  current: Suggestion | undefined,
  mode: SuggestMode,
): DecorationSet {
  if (all.length === 0) return DecorationSet.empty
  const decorations = all.flatMap((one): Decoration[] => {
    const attributes = { title: mode.nameOf(one), ...(one === current && { class: 'suggestion-current' }) }
    return one.isText ? [Decoration.inline(one.from, one.to, attributes)] : []
  })
  doc.descendants((node, position) => {
    const whole = nodeSuggestion(node.attrs[SUGGESTED])
    if (!whole) return true
    const one = all.find(({ ids }) => ids.includes(whole.id))
    const classes = `suggested suggested-${whole.what}${one && one === current ? ' suggestion-current' : ''}`
    decorations.push(
      Decoration.node(position, position + node.nodeSize, {
        class: classes,
        ...(one && { title: mode.nameOf(one) }),
      }),
    )
    return true
  })
  return DecorationSet.create(doc, decorations)
}

/** What is copied out of a suggestion is text like any other. */
function plain(fragment: Fragment): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    const marks = withoutSuggestions(node.marks)
    const isSign = node.marks.some(({ attrs }) => attrs['kind'] === 'split' || attrs['kind'] === 'join')
    if (isSign) return
    if (node.isText) nodes.push(node.mark(marks))
    else
      nodes.push(
        node.type.create(
          { ...node.attrs, ...(SUGGESTED in node.attrs && { [SUGGESTED]: null }) },
          plain(node.content),
          marks,
        ),
      )
  })
  return Fragment.fromArray(nodes)
}
