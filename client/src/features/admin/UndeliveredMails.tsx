import type { OutboxAnswer } from '@cenacle/contract/admin'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import styles from './Admin.module.css'
import { useSay } from './texts/say.ts'

/** Mails that were given up: whom nobody reached, and why. */
export function UndeliveredMails({ mails }: { mails: OutboxAnswer['undelivered'] }) {
  const t = useSay()
  return (
    <section className="stack" aria-labelledby="undelivered">
      <div>
        <h2 id="undelivered">{t('admin.undelivered')}</h2>
        <p className="small muted">{t('admin.undeliveredHelp')}</p>
      </div>
      <ul className="ruled">
        {mails.map(({ id, to, subject, reason, at }) => (
          <li key={id} className={styles['mail']}>
            <div>
              <h3>{subject}</h3>
              <p className="small muted">
                {t('admin.mailTo', { to })} · <TimeAgo at={at} />
              </p>
            </div>
            <p className={styles['letter']} lang="en">
              {reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
