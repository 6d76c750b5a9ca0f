import { Dialog } from '../../ui/Dialog.tsx'
import { type PlainKey, type SayInEditor, useSay } from '../texts/say.ts'
import styles from './Editor.module.css'

type Line = readonly [keys: string, name: PlainKey]

const groups: readonly { title: PlainKey; lines: readonly Line[] }[] = [
  {
    title: 'help.text',
    lines: [
      ['Ctrl+B', 'bold'],
      ['Ctrl+I', 'italic'],
      ['Ctrl+Shift+X', 'strike'],
      ['Ctrl+E', 'code'],
      ['Ctrl+K', 'link'],
      ['Shift+Enter', 'help.newLine'],
      ['Ctrl+Z', 'undo'],
      ['Ctrl+Y', 'redo'],
    ],
  },
  {
    title: 'help.blocks',
    lines: [
      ['Ctrl+Shift+0', 'style.paragraph'],
      ['Ctrl+Shift+1', 'style.heading2'],
      ['Ctrl+Shift+2', 'style.heading3'],
      ['Ctrl+Shift+3', 'style.heading4'],
      ['Ctrl+Shift+7', 'orderedList'],
      ['Ctrl+Shift+8', 'bulletList'],
      ['Ctrl+Shift+9', 'taskList'],
      ['Ctrl+Shift+B', 'blockquote'],
      ['Tab', 'help.indent'],
      ['Ctrl+Enter', 'help.tick'],
      ['Ctrl+Enter', 'help.leaveBlock'],
    ],
  },
  {
    title: 'help.markdown',
    lines: [
      ['##', 'style.heading2'],
      ['###', 'style.heading3'],
      ['####', 'style.heading4'],
      ['-', 'bulletList'],
      ['1.', 'orderedList'],
      ['[ ]', 'taskList'],
      ['>', 'blockquote'],
      ['```', 'codeBlock'],
      ['---', 'rule'],
    ],
  },
  {
    title: 'help.signs',
    lines: [
      ['/', 'help.insert'],
      ['@', 'mention.person'],
      ['[[', 'mention.page'],
      ['$x^2$', 'formula'],
      ['**a**', 'bold'],
      ['_a_', 'italic'],
      ['~~a~~', 'strike'],
      ['`a`', 'code'],
    ],
  },
  {
    title: 'table.keys',
    lines: [
      ['Tab', 'help.cell'],
      ['Shift+Tab', 'help.cellBack'],
      ['Alt+Shift+ArrowUp', 'table.rowAbove'],
      ['Alt+Shift+ArrowDown', 'table.rowBelow'],
      ['Alt+Shift+ArrowLeft', 'table.columnLeft'],
      ['Alt+Shift+ArrowRight', 'table.columnRight'],
      ['Ctrl+Shift+Backspace', 'table.deleteRow'],
    ],
  },
  {
    title: 'help.around',
    lines: [
      ['Enter', 'help.open'],
      ['Ctrl+Alt+M', 'help.comment'],
      ['Ctrl+Alt+N', 'help.comments'],
      ['F8', 'help.suggestion'],
      ['Alt+F10', 'help.toToolbar'],
      ['Escape', 'help.toText'],
      ['Ctrl+/', 'help.thisHelp'],
    ],
  },
]

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Keys as they are written on the keyboard: in the reader's language, and a Mac's own sign. */
const named = (keys: string, say: SayInEditor): string[] =>
  keys
    .split('+')
    .map((key) => (key === 'Ctrl' && isMac() ? '⌘' : key in words ? say(words[key as keyof typeof words]) : key))

const words = {
  Shift: 'key.shift',
  Enter: 'key.enter',
  Escape: 'key.escape',
  Backspace: 'key.backspace',
  ArrowUp: 'key.up',
  ArrowDown: 'key.down',
  ArrowLeft: 'key.left',
  ArrowRight: 'key.right',
} as const

/** Every shortcut of the editor. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog isOpen onClose={onClose} title={say('help.title')}>
      {groups.map(({ title, lines }) => (
        <section key={title} className={styles['help']}>
          <h3 className="caption">{say(title)}</h3>
          <dl>
            {lines.map(([keys, name]) => (
              <div key={name}>
                <dt>{say(name)}</dt>
                <dd>
                  {named(keys, say).map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
