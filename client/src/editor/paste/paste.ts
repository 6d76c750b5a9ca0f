import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { safeHref } from '@cenacle/document/urls'
import { withHeaderRows } from '../behaviour/tables.ts'
import { PasteParser } from './paste-parser.ts'

const imageIn = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find((file) => file.type.startsWith('image/'))

const addressIn = (data: DataTransfer | null): string | undefined => {
  const text = data?.getData('text/plain').trim() ?? ''
  return /^https?:\/\/\S+$/i.test(text) ? (safeHref(text) ?? undefined) : undefined
}

/**
 * What comes in by the clipboard or by a drop.
 * @param onImage asks for the alternative text of an image before it is stored
 */
export const paste = (onImage: (file: File) => void) =>
  Extension.create({
    name: 'paste-cleaner',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            clipboardParser: PasteParser.for(this.editor.schema),
            transformPasted: (slice, view) => withHeaderRows(slice, view.state.schema),
            handlePaste(view, { clipboardData }) {
              const image = imageIn(clipboardData)
              // Word puts a picture of the text beside the text.
              if (image && !clipboardData?.getData('text/html')) {
                onImage(image)
                return true
              }
              const href = addressIn(clipboardData)
              const { from, to, empty } = view.state.selection
              const { link } = view.state.schema.marks
              if (!href || !link || view.state.selection.$from.parent.type.spec.code) return false
              const { tr, schema } = view.state
              if (empty) tr.replaceSelectionWith(schema.text(href, [link.create({ href })]), false)
              else tr.addMark(from, to, link.create({ href }))
              view.dispatch(tr.removeStoredMark(link).scrollIntoView())
              return true
            },
            handleDrop(_view, { dataTransfer }, _slice, moved) {
              const image = moved ? undefined : imageIn(dataTransfer)
              if (image) onImage(image)
              return image !== undefined
            },
          },
        }),
      ]
    },
  })
