import { commands, Extension } from '@tiptap/core'

/** Behind a dialog the text can have no focus: the dialog would take it back. */
const isBehindDialog = (text: Element): boolean => text.closest('[inert], [aria-hidden="true"]') !== null

/**
 * `focus()` as soon as the command's own transaction is made, where Tiptap waits for the next picture: on a busy machine the key that
 * follows a button's press would still go to the button. While a dialog closes it waits until the dialog is gone.
 */
export const focus = Extension.create({
  name: 'focusAtOnce',
  addCommands: () => ({
    focus: (position, options) => (props) => {
      if (position !== undefined && position !== null) return commands.focus(position, options)(props)
      const { editor, view, dispatch } = props
      const take = (): void => {
        if (editor.isDestroyed) return
        if (isBehindDialog(view.dom)) return void requestAnimationFrame(take)
        view.focus()
        if (options?.scrollIntoView !== false) editor.commands.scrollIntoView()
      }
      if (dispatch && !view.hasFocus()) queueMicrotask(take)
      return true
    },
  }),
})
