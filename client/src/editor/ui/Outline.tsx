import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { ListTree } from 'lucide-react'
import { memo, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classes } from '../../ui/classes.ts'
import floating from '../../ui/Menu.module.css'
import { type OutlineItem, outlineOf } from '../behaviour/outline.ts'
import { useSay } from '../texts/say.ts'
import styles from './Outline.module.css'
import tool from './Toolbar.module.css'

const LATER_MS = 400

/** The headings of the text, a moment after they change. */
function useOutline(editor: Editor): readonly OutlineItem[] {
  const [items, setItems] = useState<readonly OutlineItem[]>(() => outlineOf(editor.state.doc))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (!transaction.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        const next = outlineOf(editor.state.doc)
        setItems((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
      }, LATER_MS)
    }
    editor.on('transaction', later)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor])
  return items
}

/** The caret goes to the heading; which one it is is counted, for positions move while others write. */
function goTo(editor: Editor, index: number): void {
  let at = -1
  let seen = 0
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'heading' && seen++ === index) at = position
    return at < 0 && !node.isTextblock
  })
  if (at < 0) return
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))))
  editor.view.focus()
  const dom = editor.view.nodeDOM(at)
  if (dom instanceof Element) dom.scrollIntoView({ block: 'start' })
}

/** The headings while one writes, beside the text on a wide screen. */
function Outline({ editor }: { editor: Editor }) {
  const say = useSay()
  const items = useOutline(editor)
  return (
    <nav className={styles['outline']} aria-label={say('outline')}>
      <h2 className="caption">{say('outline')}</h2>
      {items.length === 0 && <p className="muted">{say('outline.none')}</p>}
      <ol>
        {items.map(({ level, text }, index) => (
          <li key={index} className={classes(level > 2 && styles['deeper'], level > 3 && styles['deepest'])}>
            <button type="button" className={styles['heading']} onClick={() => goTo(editor, index)}>
              {text || say('titlePlaceholder')}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The same in the column beside the text, where the contents stand while one reads. */
export const OutlineBeside = memo(function OutlineBeside({ editor }: { editor: Editor }) {
  const [aside] = useState(() => document.querySelector('[data-writing-aside]'))
  return aside && createPortal(<Outline editor={editor} />, aside)
})

/** The same in a menu, where there is no room beside the text. */
export function OutlineMenu({ editor }: { editor: Editor }) {
  const say = useSay()
  const items = useOutline(editor)
  return (
    <MenuTrigger>
      <Button className={classes(tool['tool'], styles['opener'])} aria-label={say('outline')} preventFocusOnPress>
        <ListTree size={20} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className={floating['popover'] ?? ''} placement="bottom" offset={6}>
        <Menu
          className={classes(floating['menu'], styles['menu'])}
          aria-label={say('outline')}
          items={items.map((item, id) => ({ ...item, id }))}
          renderEmptyState={() => <p className={styles['none']}>{say('outline.none')}</p>}
        >
          {({ id, level, text }) => (
            <MenuItem
              id={id}
              className={classes(floating['item'], level > 2 && styles['deeper'], level > 3 && styles['deepest'])}
              onAction={() => void requestAnimationFrame(() => goTo(editor, id))}
            >
              {text || say('titlePlaceholder')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
