import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { syncOf } from './bound.ts'

/**
 * Takes over a selection that the browser has made and not told of yet. It tells late, after keys and news that came
 * meanwhile: a key would act on the selection before, and drawing what the others do would put that one back.
 */
export function readSelection(view: EditorView): void {
  const { doc, selection, tr } = view.state
  if (!(selection instanceof TextSelection) || view.composing || !view.hasFocus()) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset ?? 0), view.posAtDOM(focusNode, focusOffset ?? 0)]
  if (anchor === selection.anchor && head === selection.head) return
  if (![anchor, head].every((at) => doc.resolve(at).parent.inlineContent)) return
  view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, head)))
}

/** Reads it before a key, and before what the others wrote is drawn; `carets` does before it draws theirs. */
export const ownSelection = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view) {
          readSelection(view)
          return false
        },
      },
    },
    view(view) {
      const page = syncOf(view.state)?.doc
      const read = (): void => readSelection(view)
      page?.on('beforeAllTransactions', read)
      return { destroy: () => page?.off('beforeAllTransactions', read) }
    },
  })
