import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { usePageText } from './api.ts'
import { useSay } from '../tree/texts/say.ts'

const PAGE = /\/pages\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/i

/** Takes the text of a page, so that a template is written with the editor. */
export function FromPage({ onClose, onText }: { onClose: () => void; onText: (markdown: string) => void }) {
  const t = useSay()
  const read = usePageText()
  const [isWrong, setWrong] = useState(false)
  const submit = (values: FormData): void => {
    const id = PAGE.exec(textOf(values, 'address'))?.[1]
    setWrong(id === undefined)
    if (id === undefined) return
    read.mutate(id, {
      onSuccess: (markdown) => {
        onText(markdown)
        onClose()
      },
    })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('templates.fromTitle')}>
      <Form
        error={read.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={read.isPending}>
              {t('templates.fromAct')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Field
          name="address"
          label={t('templates.fromField')}
          hint={t('templates.fromHint')}
          inputMode="url"
          autoComplete="off"
          isRequired
        />
        {isWrong && <Notice tone="veto" role="alert" title={t('templates.fromWrong')} />}
      </Form>
    </Dialog>
  )
}
