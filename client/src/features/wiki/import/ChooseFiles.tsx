import { FileUp } from 'lucide-react'
import { type DragEvent, useEffect, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { importLimits } from '@cenacle/contract/import-limits'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import styles from './Import.module.css'
import { LIMIT_MB } from './problems.ts'
import { useSay } from './texts/say.ts'

const TYPES = ['.docx', '.md', '.markdown', '.html', '.htm', '.zip', 'image/*']

/** What was pasted, as files: those of the clipboard, else its formatted text. */
function filesIn({ clipboardData }: ClipboardEvent, name: string): File[] {
  const files = [...(clipboardData?.files ?? [])]
  const html = clipboardData?.getData('text/html') ?? ''
  // Word puts a picture of the text beside the text.
  if (html !== '') return [new File([html], `${name}.html`, { type: 'text/html' })]
  const text = clipboardData?.getData('text/plain') ?? ''
  return files.length > 0 || text.trim() === '' ? files : [new File([text], `${name}.md`, { type: 'text/markdown' })]
}

/** Files by a button, by dropping, by pasting; a pasted text is a file too. */
export function ChooseFiles({ isReading, onFiles }: { isReading: boolean; onFiles: (files: File[]) => void }) {
  const t = useSay()
  const [isOver, setOver] = useState(false)
  const name = t('import.pasted')
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = isReading ? [] : filesIn(event, name)
      if (files.length > 0) onFiles(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })
  const take = (files: FileList | null): void => {
    if (files && files.length > 0 && !isReading) onFiles([...files])
  }
  const over = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a shortcut for the button inside
    <div
      className={classes(styles['choose'], isOver && styles['over'])}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={28} aria-hidden />
      <FileTrigger allowsMultiple acceptedFileTypes={TYPES} onSelect={take}>
        <Button variant="primary" wide="phone" isPending={isReading}>
          {t('import.choose')}
        </Button>
      </FileTrigger>
      <p>{t('import.drop')}</p>
      <p className="small muted">
        {t('import.limit', { size: LIMIT_MB, files: importLimits.files, pages: importLimits.pages })}
      </p>
      <p role="status">{isReading && t('import.reading')}</p>
    </div>
  )
}
