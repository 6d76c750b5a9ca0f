import type { Editor } from '@tiptap/core'
import {
  ImagePlus,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  MessageSquarePlus,
  PencilLine,
  Redo2,
  TextQuote,
  Undo2,
} from 'lucide-react'
import { memo, type ReactNode, type Ref } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import type { UndoManager } from 'yjs'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../../ui/classes.ts'
import { useSay } from '../texts/say.ts'
import type { Asked, ExtraActs } from './asked.ts'
import { InsertMenu } from './InsertMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { OutlineMenu } from './Outline.tsx'
import { StyleMenu } from './StyleMenu.tsx'
import { TableMenu } from './TableMenu.tsx'
import { Tool } from './Tool.tsx'
import { type Toggle, useToolState } from './tool-state.ts'
import styles from './Toolbar.module.css'

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

interface ToolbarProps extends ExtraActs {
  editor: Editor
  undoManager: UndoManager
  onAsk: (asked: Asked) => void
  toolbar: Ref<HTMLDivElement>
  /** The saved state, at the end of the bar. */
  children: ReactNode
}

/** The tools of the text: one stop for Tab, the arrows go from tool to tool, Escape goes back to the text. Drawn anew only when it changes: it holds much. */
export const Toolbar = memo(function Toolbar({
  editor,
  undoManager,
  onAsk,
  toolbar,
  comment,
  suggest,
  children,
}: ToolbarProps) {
  const say = useSay()
  const { locale } = useI18n()
  const { on, style, inTable, inFirstRow, canUndo, canRedo } = useToolState(editor, undoManager)
  const chain = () => editor.chain().focus()
  const mark = (name: Toggle) => () => chain().toggleMark(name).run()
  const list = (name: 'bulletList' | 'orderedList' | 'taskList') => () =>
    chain()
      .toggleList(name, name === 'taskList' ? 'taskItem' : 'listItem')
      .run()
  return (
    <div
      className={styles['bar']}
      ref={toolbar}
      data-tools
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && editor.commands.focus()}
    >
      <AriaToolbar aria-label={say('toolbar')} className={classes('more-aside', styles['tools'])}>
        <StyleMenu editor={editor} style={style} />
        <span className={styles['gap']} />
        <Tool name="bold" keys="Ctrl+B" pressed={on.bold} onPress={mark('bold')}>
          <b>{locale === 'fr' ? 'G' : 'B'}</b>
        </Tool>
        <Tool name="italic" keys="Ctrl+I" pressed={on.italic} onPress={mark('italic')}>
          <i>I</i>
        </Tool>
        <Tool name="link" keys="Ctrl+K" pressed={on.link} onPress={() => onAsk('link')}>
          <Link2 {...icon} />
        </Tool>
        <span className={styles['gap']} />
        <Tool name="bulletList" keys="Ctrl+Shift+8" pressed={on.bulletList} onPress={list('bulletList')}>
          <List {...icon} />
        </Tool>
        <Tool name="orderedList" keys="Ctrl+Shift+7" pressed={on.orderedList} onPress={list('orderedList')}>
          <ListOrdered {...icon} />
        </Tool>
        <Tool name="taskList" keys="Ctrl+Shift+9" pressed={on.taskList} onPress={list('taskList')}>
          <ListChecks {...icon} />
        </Tool>
        <Tool
          name="blockquote"
          keys="Ctrl+Shift+B"
          pressed={on.blockquote}
          onPress={() => chain().toggleWrap('blockquote').run()}
        >
          <TextQuote {...icon} />
        </Tool>
        <TableMenu editor={editor} inTable={inTable} inFirstRow={inFirstRow} />
        <Tool name="image" pressed={on.image} onPress={() => onAsk('image')}>
          <ImagePlus {...icon} />
        </Tool>
        <InsertMenu editor={editor} onAsk={onAsk} />
        {comment && (
          <Tool name="comment" onPress={comment}>
            <MessageSquarePlus {...icon} />
          </Tool>
        )}
        {suggest && (
          <Tool name="suggest" pressed={suggest.on} onPress={suggest.toggle}>
            <PencilLine {...icon} />
          </Tool>
        )}
        <OutlineMenu editor={editor} />
        <MoreMenu editor={editor} onHelp={() => onAsk('help')} />
        <span className={styles['gap']} />
        <Tool name="undo" keys="Ctrl+Z" disabled={!canUndo} onPress={() => undoManager.undo()}>
          <Undo2 {...icon} />
        </Tool>
        <Tool name="redo" keys="Ctrl+Y" disabled={!canRedo} onPress={() => undoManager.redo()}>
          <Redo2 {...icon} />
        </Tool>
      </AriaToolbar>
      <div className={styles['end']}>{children}</div>
    </div>
  )
})
