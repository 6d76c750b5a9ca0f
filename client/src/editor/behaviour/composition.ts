import { Plugin } from '@tiptap/pm/state'
import type { Composing } from '../live/composing.ts'

/** Says when a letter is being composed in the text. */
export const composition = (composing: Composing): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: () => {
          composing.begin()
          return false
        },
        compositionend: () => {
          composing.end()
          return false
        },
      },
    },
    view: () => ({ destroy: () => composing.end() }),
  })
