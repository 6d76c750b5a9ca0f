import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { NodeView, NodeViewConstructor } from '@tiptap/pm/view'

/** A task whose box can be ticked where it stands. */
const taskItemView =
  (label: string): NodeViewConstructor =>
  (node, view, getPos): NodeView => {
    const dom = document.createElement('li')
    const box = document.createElement('input')
    const frame = document.createElement('label')
    const contentDOM = document.createElement('div')
    dom.dataset['type'] = 'taskItem'
    frame.contentEditable = 'false'
    box.type = 'checkbox'
    // Tab leaves the text; the keys tick with Ctrl+Enter.
    box.tabIndex = -1
    box.setAttribute('aria-label', label)
    frame.append(box)
    dom.append(frame, contentDOM)
    const show = (checked: boolean): void => {
      dom.dataset['checked'] = String(checked)
      box.checked = checked
    }
    show(node.attrs['checked'] === true)
    // A press on the box must not take the caret out of the text.
    frame.addEventListener('mousedown', (event) => event.preventDefault())
    box.addEventListener('change', () => {
      const position = getPos()
      if (position !== undefined) view.dispatch(view.state.tr.setNodeAttribute(position, 'checked', box.checked))
    })
    return {
      dom,
      contentDOM,
      update(next) {
        if (next.type !== node.type) return false
        show(next.attrs['checked'] === true)
        return true
      },
      stopEvent: (event) => event.target === box,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    }
  }

/** @param label what the box says to a screen reader */
export const taskItems = (label: string) =>
  Extension.create({
    name: 'taskItems',
    addKeyboardShortcuts: () => ({
      'Mod-Enter': ({ editor }) =>
        editor.isActive('taskItem') &&
        editor.commands.updateAttributes('taskItem', { checked: editor.getAttributes('taskItem')['checked'] !== true }),
    }),
    addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews: { taskItem: taskItemView(label) } } })],
  })
