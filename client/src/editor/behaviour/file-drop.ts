import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'

const documentIn = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find((file) => !file.type.startsWith('image/'))

/** Documents that come in by the clipboard or by a drop; images are asked for their description, see paste.ts. */
export const fileDrop = (onFile: (file: File) => void) =>
  Extension.create({
    name: 'fileDrop',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste(_view, { clipboardData }) {
            const file = documentIn(clipboardData)
            // A program that copies text may put a file of it beside the text.
            if (!file || clipboardData?.getData('text/html') || clipboardData?.getData('text/plain')) return false
            onFile(file)
            return true
          },
          handleDrop(view, { dataTransfer, clientX, clientY }, _slice, moved) {
            const file = moved ? undefined : documentIn(dataTransfer)
            if (!file) return false
            const at = view.posAtCoords({ left: clientX, top: clientY })
            const { tr } = view.state
            if (at) view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at.pos))))
            onFile(file)
            return true
          },
        },
      }),
    ],
  })
