import type { Editor } from '@tiptap/core'
import { Ellipsis } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import floating from '../../ui/Menu.module.css'
import { useSay } from '../texts/say.ts'
import styles from './Toolbar.module.css'

const marks = ['strike', 'code'] as const

/** What one needs less often. */
export function MoreMenu({ editor, onHelp }: { editor: Editor; onHelp: () => void }) {
  const say = useSay()
  return (
    <MenuTrigger>
      <Button className={styles['tool'] ?? ''} aria-label={say('more')} preventFocusOnPress>
        <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className={floating['popover'] ?? ''} placement="bottom end" offset={6}>
        <Menu className={floating['menu'] ?? ''} aria-label={say('more')}>
          {marks.map((name) => (
            <MenuItem
              key={name}
              id={name}
              className={floating['item'] ?? ''}
              onAction={() => void editor.chain().focus().toggleMark(name).run()}
            >
              {say(name)}
            </MenuItem>
          ))}
          <MenuItem id="help" className={floating['item'] ?? ''} onAction={onHelp}>
            {say('shortcuts')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
