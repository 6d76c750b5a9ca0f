import type { Editor } from '@tiptap/core'
import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classes } from '../../ui/classes.ts'
import floating from '../../ui/Menu.module.css'
import { insertions } from '../behaviour/insertions.ts'
import { useSay } from '../texts/say.ts'
import type { Asked } from './asked.ts'
import styles from './Toolbar.module.css'

/** What has no tool of its own in the bar. */
const names = new Set([
  'file',
  'mention.person',
  'mention.page',
  'footnote',
  'callout',
  'formula',
  'formulaBlock',
  'codeBlock',
  'rule',
])
const shown = insertions.filter(({ name }) => names.has(name))

/** What one inserts less often; all of it is also behind « / » in the text. */
export function InsertMenu({ editor, onAsk }: { editor: Editor; onAsk: (asked: Asked) => void }) {
  const say = useSay()
  return (
    <MenuTrigger>
      <Button className={styles['tool'] ?? ''} aria-label={say('insert')} preventFocusOnPress>
        <Plus size={20} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className={floating['popover'] ?? ''} placement="bottom" offset={6}>
        <Menu className={classes(floating['menu'], styles['long'])} aria-label={say('insert')}>
          {shown.map(({ name, typed, run }) => (
            <MenuItem
              key={name}
              id={name}
              textValue={say(name)}
              className={classes(floating['item'], styles['insertion'])}
              onAction={() => void requestAnimationFrame(() => run(editor, onAsk))}
            >
              {say(name)}
              {typed && (
                <kbd className={styles['typed']} aria-hidden>
                  {typed}
                </kbd>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
