import { useState } from 'react'
import { Select } from '../../../ui/Select.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import { useWithdraw } from './api.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** Takes one option out of an open vote, for good. */
export function WithdrawDialog({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const t = useSay()
  const [optionId, setOptionId] = useState(vote.options[0]?.id ?? '')
  const withdraw = useWithdraw(vote.id, () => {
    toast(t('manage.withdrawn'))
    onClose()
  })
  return (
    <ReasonDialog
      title={t('manage.withdrawTitle')}
      place={`withdraw.${vote.id}`}
      consequences={[t('manage.withdrawWhat'), t('manage.withdrawKeeps'), t('manage.extendTold')]}
      act={t('manage.withdraw')}
      danger
      error={withdraw.error}
      isPending={withdraw.isPending}
      onClose={onClose}
      onSubmit={(reason) => withdraw.mutateAsync({ optionId, reason })}
    >
      <Select
        name="optionId"
        label={t('manage.withdrawOption')}
        options={vote.options}
        value={optionId}
        onChange={setOptionId}
      />
    </ReasonDialog>
  )
}
