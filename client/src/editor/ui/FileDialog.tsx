import type { Editor } from '@tiptap/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useSay } from '../texts/say.ts'
import { uploadDocument } from '../upload.ts'

const TYPES = '.pdf .odt .ods .odp .odg .docx .xlsx .pptx .doc .xls .ppt .zip .csv .txt'.split(' ')
/** As on the server. */
const MOST_BYTES = 20 * 1024 * 1024

interface FileDialogProps {
  editor: Editor
  spaceId: string
  /** One that was pasted or dropped. */
  file: File | undefined
  onClose: () => void
}

/** Attaches a document to the text: chosen or dropped, sent with its progress, shown where the caret stands. */
export function FileDialog({ editor, spaceId, file: given, onClose }: FileDialogProps) {
  const t = useT()
  const say = useSay()
  const [sent, setSent] = useState(0)
  const [isTooLarge, setTooLarge] = useState(given !== undefined && given.size > MOST_BYTES)
  const stop = useRef<AbortController>(undefined)
  const store = useMutation({
    mutationFn: async (file: File) => {
      stop.current = new AbortController()
      const { url, name, size } = await uploadDocument(spaceId, file, setSent, stop.current.signal)
      const chip = { type: 'file', attrs: { src: url, name, size } }
      editor
        .chain()
        .focus()
        .insertContent([chip, { type: 'text', text: ' ' }])
        .run()
    },
    onSuccess: onClose,
  })
  const send = (file: File | undefined): void => {
    if (!file) return
    setTooLarge(file.size > MOST_BYTES)
    setSent(0)
    if (file.size <= MOST_BYTES) store.mutate(file)
  }
  const { mutate } = store
  useEffect(() => {
    if (given && given.size <= MOST_BYTES) mutate(given)
  }, [given, mutate])
  useEffect(() => () => stop.current?.abort(), [])
  const isStopped = store.error instanceof DOMException && store.error.name === 'AbortError'
  const sending = store.isPending ? store.variables : undefined
  return (
    <Dialog isOpen onClose={onClose} title={say('file.title')}>
      {sending ? (
        <Progress label={say('file.sending', { name: sending.name })} value={sent} total={sending.size} running />
      ) : (
        <p className="muted">{say('file.hint')}</p>
      )}
      {isTooLarge && <p role="alert">{say('file.tooLarge')}</p>}
      {!isStopped && <ErrorNotice error={store.error} />}
      <DialogActions>
        {sending ? (
          <Button wide="phone" onPress={() => stop.current?.abort()}>
            {say('file.stop')}
          </Button>
        ) : (
          <>
            <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => send(files?.[0])}>
              <Button variant="primary" wide="phone">
                {say('file.choose')}
              </Button>
            </FileTrigger>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}
