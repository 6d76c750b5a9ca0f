import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/Select.tsx'
import { textOf } from '../../../ui/text-of.ts'
import type { Category, Entry } from './api.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

export interface Verdict {
  verdict: 'eligible' | 'rejected'
  categoryId?: string
  reason: string
}

interface VerdictDialogProps {
  entry: Entry
  /** `reject`: it takes no part; `move`: it takes part in another category. */
  kind: 'reject' | 'move'
  /** Where the entry can go. */
  others: readonly Category[]
  error: unknown
  isPending: boolean
  onClose: () => void
  onSubmit: (verdict: Verdict) => void
}

/** What needs a reason: that an entry takes no part, or takes part elsewhere. */
export function VerdictDialog({ entry, kind, others, error, isPending, onClose, onSubmit }: VerdictDialogProps) {
  const t = useSay()
  const [categoryId, setCategoryId] = useState(others[0]?.id ?? '')
  const submit = (values: FormData): void => {
    const reason = textOf(values, 'reason')
    onSubmit(kind === 'move' ? { verdict: 'eligible', categoryId, reason } : { verdict: 'rejected', reason })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t(`verdict.${kind}.title`, { title: entry.title })}>
      <ul className={styles['consequences']}>
        <li>{t(`verdict.${kind}.what`)}</li>
        <li>{t('verdict.changeable')}</li>
        <li>{t('verdict.tell')}</li>
      </ul>
      <Form
        error={error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant={kind === 'reject' ? 'danger' : 'primary'} wide="phone" isPending={isPending}>
              {t(`verdict.${kind}`)}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        {kind === 'move' && (
          <Select
            name="categoryId"
            label={t('verdict.category')}
            options={others.map(({ id, name }) => ({ id, label: name }))}
            value={categoryId}
            onChange={setCategoryId}
          />
        )}
        <TextArea
          name="reason"
          label={t('verdict.reason')}
          hint={t(`verdict.${kind}.reasonHint`)}
          defaultValue={entry.verdictReason ?? ''}
          maxLength={500}
          rows={3}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
