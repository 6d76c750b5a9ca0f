import { NodeSelection, Plugin, type EditorState } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import { ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'

/** What y-prosemirror knows of the text and of the page's document. */
interface Sync {
  doc: Y.Doc
  isChangeOrigin: boolean
  binding: { mapping: Map<unknown, Node | Node[]>; beforeTransactionSelection: Chosen | null } | null
}
interface Chosen {
  type: string
  anchor: Y.RelativePosition | null
  head: Y.RelativePosition | null
}

export const syncOf = (state: EditorState): Sync | undefined => ySyncPluginKey.getState(state) as Sync | undefined

/** What a node of the text is in the page's document. */
export function typeOf(sync: Sync | undefined, node: Node | null): Y.XmlElement | undefined {
  if (!node) return undefined
  for (const [type, known] of sync?.binding?.mapping ?? [])
    if (known === node && type instanceof Y.XmlElement) return type
  return undefined
}

/**
 * What is chosen as a whole (an image, a formula, a note) stays chosen while the others write. y-prosemirror remembers the end of the words before it
 * instead, and chooses what stands there afterwards; where nothing does it throws, and the screen would from then on hold, and write back, a text of the past.
 */
export const keepChosen = (): Plugin =>
  new Plugin({
    view(view) {
      const doc = syncOf(view.state)?.doc
      const remember = (): void => {
        const sync = syncOf(view.state)
        const chosen = sync?.binding?.beforeTransactionSelection
        if (!chosen || chosen.type !== 'node') return
        const { selection } = view.state
        const type = selection instanceof NodeSelection ? typeOf(sync, selection.node) : undefined
        const parent: unknown = type?._item?.deleted === false ? type.parent : undefined
        if (type && parent instanceof Y.XmlFragment)
          chosen.anchor = Y.createRelativePositionFromTypeIndex(parent, parent.toArray().indexOf(type))
        else chosen.type = 'text'
      }
      doc?.on('beforeObserverCalls', remember)
      return { destroy: () => doc?.off('beforeObserverCalls', remember) }
    },
  })
