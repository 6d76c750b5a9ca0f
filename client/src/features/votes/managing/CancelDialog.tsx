import { toast } from '../../../ui/toasts.ts'
import type { Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import { useCancel } from './api.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** Ends a vote without a result. */
export function CancelDialog({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const t = useSay()
  const cancel = useCancel(vote.id, () => {
    toast(t('manage.cancelled'))
    onClose()
  })
  return (
    <ReasonDialog
      title={t('manage.cancelTitle')}
      place={`cancel.${vote.id}`}
      consequences={[t('manage.cancelEnds'), t('manage.cancelUnread', { count: vote.voters }), t('manage.cancelTold')]}
      act={t('manage.cancel')}
      danger
      error={cancel.error}
      isPending={cancel.isPending}
      onClose={onClose}
      onSubmit={(reason) => cancel.mutateAsync({ reason })}
    />
  )
}
