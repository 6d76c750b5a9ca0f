import { useState } from 'react'
import { useMe } from '../../../lib/session.ts'
import { useDraft } from '../../../lib/use-draft.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import type { Vote } from '../api.ts'
import { dayAfter } from '../../../i18n/field-date.ts'
import { useSay } from '../texts/say.ts'
import { useWriteOutcome } from './api.ts'

/** Says in words what follows from a result, and when one looks at it again. */
export function OutcomeDialog({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const t = useSay()
  const me = useMe()
  const now = useNow()
  const { draft, setDraft, clear } = useDraft(me.id, `outcome.${vote.id}`)
  const [isTouched, setTouched] = useState(false)
  const text = isTouched || draft.text !== '' ? draft.text : (vote.written?.text ?? '')
  const write = useWriteOutcome(vote.id, () => {
    clear()
    toast(t('outcome.saved'))
    onClose()
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('outcome.ask')}>
      <p className="muted">{t('outcome.askHelp')}</p>
      <Form
        error={write.error}
        onSubmit={(values) => write.mutate({ text, reviewOn: textOf(values, 'reviewOn') || null })}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={write.isPending}>
              {t('outcome.publish')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <TextArea
          name="text"
          label={t('outcome.text')}
          hint={t('outcome.textHint')}
          value={text}
          onChange={(next) => {
            setTouched(true)
            setDraft({ text: next })
          }}
          rows={6}
          maxLength={20_000}
          isRequired
        />
        <Field
          name="reviewOn"
          type="date"
          label={t('outcome.review')}
          hint={t('outcome.reviewHint')}
          defaultValue={vote.written?.reviewOn ?? ''}
          min={dayAfter(1, now)}
          optional
        />
      </Form>
    </Dialog>
  )
}
