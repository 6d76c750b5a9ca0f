import type { Editor } from '@tiptap/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useSay } from '../texts/say.ts'
import { uploadImage } from '../upload.ts'
import styles from './Editor.module.css'

const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']

interface ImageDialogProps {
  editor: Editor
  spaceId: string
  /** One that was pasted or dropped. */
  file: File | undefined
  onClose: () => void
}

const selected = (editor: Editor): { src: string; alt: string; decorative: boolean } | undefined => {
  if (!editor.isActive('image')) return undefined
  const { src, alt, decorative } = editor.getAttributes('image')
  return { src: String(src), alt: String(alt ?? ''), decorative: decorative === true }
}

/** The address of a file of this device, for as long as it is shown. */
function usePreview(file: File | undefined): string | undefined {
  const url = useMemo(() => file && URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(url ?? ''), [url])
  return url
}

/** Inserts an image, or changes the description of the one that is selected. Without a description it must be decorative. */
export function ImageDialog({ editor, spaceId, file: given, onClose }: ImageDialogProps) {
  const t = useT()
  const say = useSay()
  const [existing] = useState(() => (given ? undefined : selected(editor)))
  const [file, setFile] = useState(given)
  const [alt, setAlt] = useState(existing?.alt ?? '')
  const [decorative, setDecorative] = useState(existing?.decorative ?? false)
  const preview = usePreview(file)
  const store = useMutation({
    mutationFn: async () => {
      const description = decorative ? { alt: '', decorative } : { alt: alt.trim(), decorative: null }
      if (!file) return editor.chain().focus().updateAttributes('image', description).run()
      const src = await uploadImage(spaceId, file)
      return editor
        .chain()
        .focus()
        .insertContent({ type: 'image', attrs: { src, ...description } })
        .run()
    },
    onSuccess: onClose,
  })
  const picture = preview ?? existing?.src
  return (
    <Dialog isOpen onClose={onClose} title={say('image.title')}>
      <Form
        error={store.error}
        onSubmit={() => store.mutate()}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={store.isPending} isDisabled={!picture}>
              {say(existing && !file ? 'image.update' : 'image.insert')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        {picture && <img src={picture} alt="" className={styles['preview']} />}
        <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => setFile(files?.[0] ?? file)}>
          <Button wide="phone">{say(picture ? 'image.another' : 'image.file')}</Button>
        </FileTrigger>
        {picture && !decorative && (
          <Field
            name="alt"
            label={say('image.alt')}
            hint={say('image.altHint')}
            value={alt}
            onChange={setAlt}
            maxLength={300}
            isRequired
          />
        )}
        {picture && (
          <Checkbox isSelected={decorative} onChange={setDecorative}>
            {say('image.decorative')}
          </Checkbox>
        )}
      </Form>
    </Dialog>
  )
}
