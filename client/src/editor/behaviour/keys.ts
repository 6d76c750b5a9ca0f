import { type Editor, Extension } from '@tiptap/core'

/** What a key opens in the interface around the text. */
export interface KeyActs {
  link: () => void
  help: () => void
  toolbar: () => void
}

const heading =
  (level: number) =>
  ({ editor }: { editor: Editor }) =>
    editor.chain().toggleNode('heading', 'paragraph', { level }).run()

const inItem =
  (act: 'splitListItem' | 'sinkListItem' | 'liftListItem') =>
  ({ editor }: { editor: Editor }) =>
    editor.commands.first(({ commands }) => [() => commands[act]('taskItem'), () => commands[act]('listItem')])

/** An empty item, or its start, goes one level out instead of joining the item above. */
const liftAtStart = ({ editor }: { editor: Editor }): boolean => {
  const { empty, $from } = editor.state.selection
  const item = $from.node(-1)
  if (!empty || $from.parentOffset > 0 || !item || !/^(?:list|task)Item$/.test(item.type.name) || $from.index(-1) > 0)
    return false
  return editor.commands.liftListItem(item.type.name)
}

/**
 * The keys of the text. Digits go with Shift, not Alt: on a French keyboard Ctrl+Alt is AltGr, which types @ and #. Tab is taken only
 * where it moves an item, so that it leaves the text everywhere else.
 */
export const keys = (acts: KeyActs) =>
  Extension.create({
    name: 'keys',
    addKeyboardShortcuts: () => ({
      'Mod-b': ({ editor }) => editor.commands.toggleMark('bold'),
      'Mod-i': ({ editor }) => editor.commands.toggleMark('italic'),
      'Mod-Shift-x': ({ editor }) => editor.commands.toggleMark('strike'),
      'Mod-e': ({ editor }) => editor.commands.toggleMark('code'),
      'Mod-k': () => (acts.link(), true),
      'Mod-Shift-0': ({ editor }) => editor.commands.setNode('paragraph'),
      'Mod-Shift-1': heading(2),
      'Mod-Shift-2': heading(3),
      'Mod-Shift-3': heading(4),
      'Mod-Shift-7': ({ editor }) => editor.commands.toggleList('orderedList', 'listItem'),
      'Mod-Shift-8': ({ editor }) => editor.commands.toggleList('bulletList', 'listItem'),
      'Mod-Shift-9': ({ editor }) => editor.commands.toggleList('taskList', 'taskItem'),
      'Mod-Shift-b': ({ editor }) => editor.commands.toggleWrap('blockquote'),
      'Shift-Enter': ({ editor }) =>
        editor.commands.first(({ commands }) => [
          () => commands.exitCode(),
          () => commands.insertContent({ type: 'hardBreak' }),
        ]),
      Enter: inItem('splitListItem'),
      Tab: inItem('sinkListItem'),
      'Shift-Tab': inItem('liftListItem'),
      Backspace: liftAtStart,
      'Mod-/': () => (acts.help(), true),
      'Alt-F10': () => (acts.toolbar(), true),
    }),
  })
