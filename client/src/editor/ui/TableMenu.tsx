import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteTable,
} from '@tiptap/pm/tables'
import { ChevronDown, Table as TableIcon } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classes } from '../../ui/classes.ts'
import floating from '../../ui/Menu.module.css'
import { alignColumns, deleteRows, insertTable, inWholeTable } from '../behaviour/tables.ts'
import { type PlainKey, useSay } from '../texts/say.ts'
import styles from './Toolbar.module.css'

const acts = [
  { name: 'table.rowAbove', command: addRowBefore },
  { name: 'table.rowBelow', command: addRowAfter },
  { name: 'table.columnLeft', command: addColumnBefore },
  { name: 'table.columnRight', command: addColumnAfter },
  { name: 'table.alignLeft', command: alignColumns(null) },
  { name: 'table.alignCenter', command: alignColumns('center') },
  { name: 'table.alignRight', command: alignColumns('right') },
  { name: 'table.deleteRow', command: deleteRows, danger: true },
  { name: 'table.deleteColumn', command: deleteColumn, danger: true },
  { name: 'table.delete', command: deleteTable, danger: true },
] as const satisfies readonly { name: PlainKey; command: Command; danger?: boolean }[]

const insert = [{ name: 'table.insert', command: insertTable(3, 3) }] as const

interface TableMenuProps {
  editor: Editor
  inTable: boolean
  /** Nothing goes above the header: Markdown has no other header row than the first. */
  inFirstRow: boolean
}

/** Inserts a table; within one, what can be done with its rows and columns. */
export function TableMenu({ editor, inTable, inFirstRow }: TableMenuProps) {
  const say = useSay()
  const run = (command: Command): void =>
    void requestAnimationFrame(() => {
      inWholeTable(editor.view, command)
      editor.commands.focus()
    })
  const items: readonly { name: PlainKey; command: Command; danger?: boolean }[] = inTable ? acts : insert
  return (
    <MenuTrigger>
      <Button
        className={classes(styles['tool'], inTable && styles['pressed'])}
        aria-label={say('table')}
        preventFocusOnPress
      >
        <TableIcon size={20} strokeWidth={1.75} aria-hidden />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={floating['popover'] ?? ''} placement="bottom" offset={6}>
        <Menu className={floating['menu'] ?? ''} aria-label={say('table')}>
          {items.map(({ name, command, danger }) => (
            <MenuItem
              key={name}
              id={name}
              className={classes(floating['item'], danger && floating['danger'])}
              isDisabled={inFirstRow && name === 'table.rowAbove'}
              onAction={() => run(command)}
            >
              {say(name)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
