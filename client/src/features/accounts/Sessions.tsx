import type { SessionItem } from '@cenacle/contract/session'
import { useState } from 'react'
import { type SayHere, useSay } from './texts/say.ts'
import { useSignOut } from '../../lib/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { useEndSession, useSessions, useSignOutEverywhere } from './api.ts'
import { deviceOf } from './device.ts'
import styles from './Profile.module.css'

const nameOf = (session: SessionItem, t: SayHere): string => {
  const device = deviceOf(session.device)
  return device ? t('sessions.device', device) : t('sessions.unknown')
}

/** Where this account is signed in, and how to end it. */
export function Sessions() {
  const t = useSay()
  const sessions = useSessions()
  const end = useEndSession()
  const everywhere = useSignOutEverywhere()
  const signOut = useSignOut()
  const [asking, setAsking] = useState(false)
  return (
    <div className="stack">
      <h3>{t('sessions.title')}</h3>
      <Loaded query={sessions}>
        {({ items }) => (
          <ul className={`ruled ${styles['sessions']}`}>
            {items.map((session) => (
              <li key={session.id}>
                <span className={styles['device']}>
                  <span>{nameOf(session, t)}</span>
                  <span className="small muted">
                    {t('sessions.seen')} <TimeAgo at={session.lastSeenAt} />
                  </span>
                </span>
                {session.current ? (
                  <Badge tone="done">{t('sessions.current')}</Badge>
                ) : (
                  <Button
                    size="small"
                    isPending={end.isPending && end.variables === session.id}
                    aria-label={t('sessions.end', { device: nameOf(session, t) })}
                    onPress={() => end.mutate(session.id)}
                  >
                    {t('sessions.endShort')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <ErrorNotice error={end.error ?? signOut.error} />
      <div className="row">
        <Button wide="phone" isPending={signOut.isPending} onPress={() => signOut.mutate()}>
          {t('app.signOut')}
        </Button>
        <Button variant="danger" wide="phone" onPress={() => setAsking(true)}>
          {t('sessions.everywhere')}
        </Button>
      </div>
      <Confirm
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.everywhereQuestion')}
        act={t('sessions.everywhere')}
        isPending={everywhere.isPending}
        onConfirm={() => everywhere.mutate()}
      >
        {t('sessions.everywhereHelp')}
        <ErrorNotice error={everywhere.error} />
      </Confirm>
    </div>
  )
}
