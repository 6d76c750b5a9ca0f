import { useState } from 'react'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Menu, type MenuAction } from '../../../ui/Menu.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import { useCloseEarly } from './api.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What those who run a vote may do to it. Shows nothing to the others. */
export function VoteMenu({ vote }: { vote: Vote }) {
  const t = useSay()
  const [asked, setAsked] = useState<'extend' | 'close' | 'withdraw' | 'cancel'>()
  const done = (): void => setAsked(undefined)
  const close = useCloseEarly(vote.id, () => {
    toast(t('manage.closed'))
    done()
  })
  const actions: (MenuAction | false)[] = [
    vote.can.extend && { id: 'extend', label: t('manage.extend'), onAction: () => setAsked('extend') },
    vote.can.closeEarly && { id: 'close', label: t('manage.close'), onAction: () => setAsked('close') },
    vote.can.withdraw && { id: 'withdraw', label: t('manage.withdraw'), onAction: () => setAsked('withdraw') },
    vote.can.cancel && { id: 'cancel', label: t('manage.cancel'), danger: true, onAction: () => setAsked('cancel') },
  ]
  return (
    <>
      <Menu label={t('manage.menu')} actions={actions.filter((action) => action !== false)} />
      {asked === 'extend' && <ExtendDialog vote={vote} onClose={done} />}
      {asked === 'withdraw' && <WithdrawDialog vote={vote} onClose={done} />}
      {asked === 'cancel' && <CancelDialog vote={vote} onClose={done} />}
      <Confirm
        isOpen={asked === 'close'}
        onClose={done}
        title={t('manage.closeTitle')}
        act={t('manage.close')}
        danger={false}
        isPending={close.isPending}
        onConfirm={() => close.mutate()}
      >
        {t('manage.closeHelp', { count: vote.roll })}
        <ErrorNotice error={close.error} />
      </Confirm>
    </>
  )
}
