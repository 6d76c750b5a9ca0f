import { toast } from '../../../ui/toasts.ts'
import type { Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import { useReview } from './api.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** Says in a sentence what one found when one looked at an outcome again. */
export function ReviewDialog({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const t = useSay()
  const review = useReview(vote.id, () => {
    toast(t('review.saved'))
    onClose()
  })
  return (
    <ReasonDialog
      title={t('review.ask')}
      place={`review.${vote.id}`}
      consequences={[t('review.closes'), t('review.again')]}
      label={t('review.text')}
      hint={t('review.textHint')}
      act={t('review.act')}
      error={review.error}
      isPending={review.isPending}
      onClose={onClose}
      onSubmit={(text) => review.mutateAsync({ text })}
    />
  )
}
