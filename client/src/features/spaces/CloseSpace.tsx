import type { SpaceAnswer } from '@cenacle/contract/space'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { toast } from '../../ui/toasts.ts'
import { useUpdateSpace } from './api.ts'

/** Ends a space, or opens it again. */
export function CloseSpace({ space }: { space: SpaceAnswer }) {
  const t = useSay()
  const update = useUpdateSpace(space.id)
  const [asking, setAsking] = useState(false)
  const { name, closedAt } = space
  const set = (closed: boolean): void =>
    update.mutate(
      { closed },
      {
        onSuccess: () => {
          toast(t(closed ? 'settings.closedNow' : 'settings.reopened', { name }))
          setAsking(false)
        },
      },
    )
  return (
    <section className="stack" aria-labelledby="close">
      <h2 id="close">{t(closedAt ? 'settings.reopen' : 'settings.close')}</h2>
      {closedAt ? (
        <p className="muted">
          {t('settings.isClosed')} <TimeAgo at={closedAt} />
        </p>
      ) : (
        <p className="muted">{t('settings.closeWhen')}</p>
      )}
      {!asking && <ErrorNotice error={update.error} />}
      <div>
        {closedAt ? (
          <Button wide="phone" isPending={update.isPending} onPress={() => set(false)}>
            {t('settings.reopen')}
          </Button>
        ) : (
          <Button variant="danger" wide="phone" onPress={() => setAsking(true)}>
            {t('settings.close')}
          </Button>
        )}
      </div>
      <Confirm
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t('settings.closeTitle', { name })}
        act={t('settings.close')}
        isPending={update.isPending}
        onConfirm={() => set(true)}
      >
        {t('settings.closeHelp')}
        <ErrorNotice error={update.error} />
      </Confirm>
    </section>
  )
}
