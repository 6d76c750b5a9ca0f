import type { Editor } from '@tiptap/core'
import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import floating from '../../ui/Menu.module.css'
import { useSay } from '../texts/say.ts'
import type { ToolState } from './tool-state.ts'
import styles from './Toolbar.module.css'

const all = ['paragraph', 'heading2', 'heading3', 'heading4', 'codeBlock'] as const

const apply = (editor: Editor, style: ToolState['style']): boolean => {
  const chain = editor.chain().focus()
  if (style === 'paragraph' || style === 'codeBlock') return chain.setNode(style).run()
  return chain.setNode('heading', { level: Number(style.slice(-1)) }).run()
}

/** The style of the paragraph, shown by its name and chosen by its look. */
export function StyleMenu({ editor, style }: { editor: Editor; style: ToolState['style'] }) {
  const say = useSay()
  return (
    <MenuTrigger>
      <Button
        className={styles['style'] ?? ''}
        aria-label={`${say('style')} : ${say(`style.${style}`)}`}
        preventFocusOnPress
      >
        <span className={styles['style-name']}>{say(`style.${style}`)}</span>
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Popover className={floating['popover'] ?? ''} placement="bottom start" offset={6}>
        <Menu
          className={floating['menu'] ?? ''}
          aria-label={say('style')}
          selectionMode="single"
          selectedKeys={[style]}
          onAction={(key) => {
            const chosen = all.find((one) => one === key)
            // After the menu has given the focus back.
            if (chosen) requestAnimationFrame(() => apply(editor, chosen))
          }}
        >
          {all.map((one) => (
            <MenuItem key={one} id={one} className={floating['item'] ?? ''} textValue={say(`style.${one}`)}>
              <span className={styles[one]}>{say(`style.${one}`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
