import type { RenewalChoice } from '@cenacle/contract/renewal'
import { useState } from 'react'
import { asField } from '../../i18n/field-date.ts'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOpenRenewal } from './api.ts'
import styles from './Meeting.module.css'
import { daysAhead, instantOf } from './say-when.ts'
import { useSay } from './texts/say.ts'

const IN_DAYS = 30
const silences = ['stay', 'ambassador', 'leave'] as const satisfies readonly RenewalChoice[]

/** Opens a renewal, after a question: mails leave at once. */
export function OpenRenewal() {
  const t = useSay()
  const now = useNow()
  const open = useOpenRenewal()
  const [silence, setSilence] = useState<RenewalChoice>('stay')
  const [closesAt, setClosesAt] = useState<string>()
  const confirm = (): void => {
    if (closesAt === undefined) return
    open.mutate(
      { closesAt, silence },
      { onSuccess: () => toast(t('renewal.opened')), onSettled: () => setClosesAt(undefined) },
    )
  }
  return (
    <section className={styles['section']} aria-labelledby="open-renewal">
      <h2 id="open-renewal">{t('renewal.open')}</h2>
      <p className="muted">{t('renewal.openLede')}</p>
      <Form
        error={open.error}
        onSubmit={(values) => setClosesAt(instantOf(textOf(values, 'closesAt')))}
        actions={
          <Button type="submit" variant="primary" wide="phone">
            {t('renewal.open')}
          </Button>
        }
      >
        <Field
          name="closesAt"
          type="datetime-local"
          label={t('renewal.closes')}
          defaultValue={asField(daysAhead(IN_DAYS, 18, now))}
          min={asField(daysAhead(1, 0, now))}
          isRequired
        />
        <Select
          label={t('renewal.silence')}
          options={silences.map((id) => ({ id, label: t(`renewal.silence.${id}`) }))}
          value={silence}
          onChange={setSilence}
        />
      </Form>
      <Confirm
        isOpen={closesAt !== undefined}
        onClose={() => setClosesAt(undefined)}
        title={t('renewal.openTitle')}
        act={t('renewal.open')}
        danger={false}
        isPending={open.isPending}
        onConfirm={confirm}
      >
        {t('renewal.openHelp')}
      </Confirm>
    </section>
  )
}
