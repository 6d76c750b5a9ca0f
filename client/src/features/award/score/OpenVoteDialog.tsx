import { useState } from 'react'
import { hourAfter, instantOf } from '../../../i18n/field-date.ts'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioCards } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import { type Category, type Entry, useOpenVote } from './api.ts'
import { useSay } from './texts/say.ts'

interface OpenVoteProps {
  category: Category
  entries: readonly Entry[]
  onClose: () => void
}
type Method = 'approval' | 'score'

/** Asks the jurors of a category which entries they want to judge. */
export function OpenVoteDialog({ category, entries, onClose }: OpenVoteProps) {
  const t = useSay()
  const now = useNow()
  const open = useOpenVote(category.id)
  const [method, setMethod] = useState<Method>('approval')
  const eligible = entries.filter((entry) => entry.categoryId === category.id && entry.verdict === 'eligible').length
  const submit = (values: FormData): void => {
    const closesAt = instantOf(textOf(values, 'closesAt')) ?? ''
    open.mutate(
      { method, most: Number(textOf(values, 'most')), closesAt },
      {
        onSuccess: () => {
          toast(t('vote.opened'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('vote.title', { category: bindPunctuation(category.name) })}>
      <p className="muted">{t('vote.help')}</p>
      <Form
        error={open.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={open.isPending}>
              {t('vote.act')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.back')}
            </Button>
          </>
        }
      >
        <RadioCards
          label={t('vote.method')}
          value={method}
          onChange={setMethod}
          options={[
            { id: 'approval', label: t('vote.approval'), hint: t('vote.approvalHint') },
            { id: 'score', label: t('vote.score'), hint: t('vote.scoreHint') },
          ]}
        />
        <Field
          key={method}
          name="most"
          label={t(method === 'approval' ? 'vote.mostApproved' : 'vote.mostPoints')}
          hint={method === 'approval' ? t('vote.mostApprovedHint', { count: eligible }) : t('vote.mostPointsHint')}
          defaultValue={String(method === 'approval' ? Math.min(5, eligible) : 5)}
          inputMode="numeric"
          pattern="[0-9]{1,3}"
          autoComplete="off"
          maxLength={3}
          isRequired
        />
        <Field
          name="closesAt"
          type="datetime-local"
          label={t('vote.closes')}
          hint={t('vote.closesHint')}
          defaultValue={hourAfter(8, 18, now)}
          min={hourAfter(1, 0, now)}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
