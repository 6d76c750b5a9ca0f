import type { Editor } from '@tiptap/core'
import { CalloutDialog } from './CalloutDialog.tsx'
import { FileDialog } from './FileDialog.tsx'
import { FormulaDialog } from './FormulaDialog.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { ImageDialog } from './ImageDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import type { Asking } from './use-asked.ts'

interface EditorDialogsProps {
  editor: Editor
  asking: Asking
  spaceId: string
  pageId: string
  onClose: () => void
}

/** The dialog that is asked for. */
export function EditorDialogs({ asking: { asked, file, formula }, pageId, ...props }: EditorDialogsProps) {
  const { editor, onClose } = props
  switch (asked) {
    case 'link':
      return <LinkDialog {...props} pageId={pageId} />
    case 'image':
      return <ImageDialog {...props} file={file} />
    case 'file':
      return <FileDialog {...props} file={file} />
    case 'formula':
    case 'formulaBlock':
      return <FormulaDialog editor={editor} place={formula} alone={asked === 'formulaBlock'} onClose={onClose} />
    case 'callout':
      return <CalloutDialog editor={editor} onClose={onClose} />
    case 'help':
      return <HelpDialog onClose={onClose} />
    default:
      return null
  }
}
