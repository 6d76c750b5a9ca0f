import { useI18n } from '../../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../../i18n/paris.ts'
import { sayDate } from '../../../i18n/time.ts'
import { Field } from '../../../ui/Field.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import type { Vote } from '../api.ts'
import { hourAfter, instantOf } from '../../../i18n/field-date.ts'
import { useSay } from '../texts/say.ts'
import { useExtend } from './api.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** A vote's close may be moved so often. */
const MOST = 2

/** Moves the close of a vote to a later one. */
export function ExtendDialog({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const extend = useExtend(vote.id, () => {
    toast(t('manage.extended'))
    onClose()
  })
  const end = new Date(vote.closesAt)
  const left = MOST - vote.extensions.length
  return (
    <ReasonDialog
      title={t('manage.extendTitle')}
      place={`extend.${vote.id}`}
      consequences={[
        t('manage.extendNow', { date: sayDate(end, now, locale, 'long'), hour: sayDeadlineHour(end, locale) }),
        t('manage.extendKeeps'),
        t('manage.extendTold'),
        t('manage.extendLeft', { count: left }),
      ]}
      act={t('manage.extend')}
      error={extend.error}
      isPending={extend.isPending}
      onClose={onClose}
      onSubmit={(reason, values) =>
        extend.mutateAsync({ reason, closesAt: instantOf(textOf(values, 'closesAt')) ?? '' })
      }
    >
      <Field
        name="closesAt"
        type="datetime-local"
        label={t('manage.newClose')}
        defaultValue={hourAfter(7, 18, end)}
        min={hourAfter(0, end.getHours(), end)}
        isRequired
      />
    </ReasonDialog>
  )
}
