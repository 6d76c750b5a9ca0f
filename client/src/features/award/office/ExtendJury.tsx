import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { hourAfter, instantOf } from '../../../i18n/field-date.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import { type DutyOf, useExtendJury } from './api.ts'
import styles from './Office.module.css'
import { sayDeadline } from './say-when.ts'
import { useSay } from './texts/say.ts'

/** Gives one jury more time, with a reason that its jurors are told; by those who run the award, whether or not they judge it. */
export function ExtendJury({ editionId, duty }: { editionId: string; duty: DutyOf }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const [asked, setAsked] = useState(false)
  const extend = useExtendJury(editionId, duty.id, () => {
    toast(t('extend.done'))
    setAsked(false)
  })
  const end = new Date(duty.closesAt)
  const submit = (values: FormData): void =>
    extend.mutate({ closesAt: instantOf(textOf(values, 'closesAt')) ?? '', reason: textOf(values, 'reason') })
  return (
    <>
      <Button
        wide="phone"
        aria-label={t('named', { act: t('extend.act'), name: duty.name })}
        onPress={() => {
          extend.reset()
          setAsked(true)
        }}
      >
        {t('extend.act')}
      </Button>
      <Dialog isOpen={asked} onClose={() => setAsked(false)} title={t('extend.title', { name: duty.name })}>
        <ul className={styles['consequences']}>
          <li>{t('extend.now', { when: sayDeadline(duty.closesAt, now, locale, t) })}</li>
          <li>{t('extend.kept')}</li>
          <li>{t('extend.told')}</li>
        </ul>
        <Form
          error={extend.error}
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" variant="primary" wide="phone" isPending={extend.isPending}>
                {t('extend.act')}
              </Button>
              <Button variant="quiet" wide="phone" onPress={() => setAsked(false)}>
                {t('ui.cancel')}
              </Button>
            </>
          }
        >
          <Field
            name="closesAt"
            type="datetime-local"
            label={t('extend.close')}
            defaultValue={hourAfter(7, 18, end)}
            min={hourAfter(0, end.getHours(), end)}
            isRequired
          />
          <TextArea
            name="reason"
            label={t('extend.reason')}
            hint={t('extend.reasonHint')}
            minLength={10}
            maxLength={500}
            rows={3}
            isRequired
          />
        </Form>
      </Dialog>
    </>
  )
}
