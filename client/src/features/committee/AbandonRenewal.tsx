import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { useAbandonRenewal } from './api.ts'
import { useSay } from './texts/say.ts'

/** Gives a renewal up, with every answer to it. */
export function AbandonRenewal({ id }: { id: string }) {
  const t = useSay()
  const [asked, setAsked] = useState(false)
  const abandon = useAbandonRenewal(id)
  return (
    <div>
      <Button variant="quiet" wide="phone" onPress={() => setAsked(true)}>
        {t('renewal.abandon')}
      </Button>
      <Confirm
        isOpen={asked}
        onClose={() => setAsked(false)}
        title={t('renewal.abandonTitle')}
        act={t('renewal.abandon')}
        isPending={abandon.isPending}
        onConfirm={() => abandon.mutate(undefined, { onSuccess: () => toast(t('renewal.abandoned')) })}
      >
        {t('renewal.abandonHelp')}
        <ErrorNotice error={abandon.error} />
      </Confirm>
    </div>
  )
}
