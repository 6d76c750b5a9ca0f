import { Dialog } from '../../ui/Dialog.tsx'
import { type PlainKey, useSay } from '../texts/say.ts'
import styles from './Editor.module.css'

type Line = readonly [keys: string, name: PlainKey]

const groups: readonly { title: PlainKey; lines: readonly Line[] }[] = [
  {
    title: 'help.text',
    lines: [
      ['Ctrl+B', 'bold'],
      ['Ctrl+I', 'italic'],
      ['Ctrl+Maj+X', 'strike'],
      ['Ctrl+E', 'code'],
      ['Ctrl+K', 'link'],
      ['Maj+Entrée', 'help.newLine'],
      ['Ctrl+Z', 'undo'],
      ['Ctrl+Y', 'redo'],
    ],
  },
  {
    title: 'help.blocks',
    lines: [
      ['Ctrl+Maj+0', 'style.paragraph'],
      ['Ctrl+Maj+1', 'style.heading2'],
      ['Ctrl+Maj+2', 'style.heading3'],
      ['Ctrl+Maj+3', 'style.heading4'],
      ['Ctrl+Maj+7', 'orderedList'],
      ['Ctrl+Maj+8', 'bulletList'],
      ['Ctrl+Maj+9', 'taskList'],
      ['Ctrl+Maj+B', 'blockquote'],
      ['Tab', 'help.indent'],
      ['Ctrl+Entrée', 'help.leaveBlock'],
    ],
  },
  {
    title: 'help.markdown',
    lines: [
      ['##', 'style.heading2'],
      ['###', 'style.heading3'],
      ['-', 'bulletList'],
      ['1.', 'orderedList'],
      ['[ ]', 'taskList'],
      ['>', 'blockquote'],
      ['```', 'codeBlock'],
      ['---', 'rule'],
    ],
  },
  {
    title: 'help.around',
    lines: [
      ['Alt+F10', 'help.toToolbar'],
      ['Échap', 'help.toText'],
      ['Ctrl+/', 'help.thisHelp'],
    ],
  },
]

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The keys of a Mac have other names. */
const named = (keys: string): string[] => (isMac() ? keys.replace('Ctrl', '⌘') : keys).split('+')

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
              <div key={keys}>
                <dt>{say(name)}</dt>
                <dd>
                  {named(keys).map((key) => (
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
