import type { Invitation } from '@cenacle/contract/person'
import { type ReactNode, useState } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSay } from './texts/say.ts'
import { sayDate } from '../../i18n/time.ts'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { More } from '../../ui/More.tsx'
import { ErrorNotice, Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { useNow } from '../../ui/use-now.ts'
import { useInvitations, useWithdraw } from './api.ts'
import styles from './PendingInvitations.module.css'

function Line({ invitation, spaceId }: { invitation: Invitation; spaceId: string | undefined }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const { email, role, spaceName, invitedBy, expiresAt } = invitation
  const withdraw = useWithdraw(() => toast(t('pending.withdrawn', { email })))
  const expires = new Date(expiresAt)
  const date = sayDate(expires, now, locale)
  const facts = [
    t(`role.${role}`),
    !spaceId && spaceName,
    invitedBy && t('pending.by', { name: invitedBy }),
    t(expires > now ? 'pending.until' : 'pending.expired', { date }),
  ]
  const close = (): void => setAsking(false)
  return (
    <li className={styles['line']}>
      <div className={styles['text']}>
        <span className="strong">{email}</span>
        <span className="small muted">{facts.filter(Boolean).join('\u00a0· ')}</span>
      </div>
      <Button size="small" aria-label={t('pending.withdrawFor', { email })} onPress={() => setAsking(true)}>
        {t('pending.withdraw')}
      </Button>
      <Confirm
        isOpen={asking}
        onClose={close}
        title={t('pending.withdrawTitle', { email })}
        act={t('pending.withdraw')}
        isPending={withdraw.isPending}
        onConfirm={() => withdraw.mutate(invitation.id, { onSuccess: close })}
      >
        {t('pending.withdrawHelp')}
        <ErrorNotice error={withdraw.error} />
      </Confirm>
    </li>
  )
}

interface PendingProps {
  /** Of the whole site when not said. */
  spaceId?: string
  /** Where invitations do not leave by themselves: what to do about it. */
  whenKept: ReactNode
}

/** Invitations that nobody used yet, and how to withdraw one. */
export function PendingInvitations({ spaceId, whenKept }: PendingProps) {
  const t = useSay()
  const invitations = useInvitations(spaceId)
  const pages = invitations.data?.pages ?? []
  const lines = pages.flatMap((page) => page.items)
  // In a space nothing is said of what is not there.
  if (spaceId && lines.length === 0) return null
  return (
    <section className="stack" aria-labelledby="pending">
      <h2 id="pending">{t('pending.title')}</h2>
      {pages[0]?.mail === 'outbox' && (
        <Notice tone="live" title={t('pending.outbox')}>
          {whenKept}
        </Notice>
      )}
      {!invitations.isFetchNextPageError && <ErrorNotice error={invitations.error} />}
      {invitations.data && lines.length === 0 && <p className="muted">{t('pending.none')}</p>}
      {lines.length > 0 && (
        <ul className="ruled">
          {lines.map((invitation) => (
            <Line key={invitation.id} invitation={invitation} spaceId={spaceId} />
          ))}
        </ul>
      )}
      <More query={invitations} />
    </section>
  )
}
