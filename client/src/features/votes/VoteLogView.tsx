import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useI18n } from '../../i18n/i18n.tsx'
import { saveJson } from '../../lib/save-file.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { VoteLog } from './api.ts'
import { HeadCheck } from './log/HeadCheck.tsx'
import { sayEvent } from './log/say-event.ts'
import styles from './VoteLog.module.css'
import { useSay } from './texts/say.ts'

const download = (log: VoteLog): void => saveJson(`journal-${log.voteId}.json`, log)

function Fingerprint({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles['print']}>
      <dt className="small muted">{name}</dt>
      <dd className={styles['hash']}>{value}</dd>
    </div>
  )
}

/** The events of a vote, oldest first, each with its fingerprint; the reader's receipt stands out. */
export function VoteLogView({ log }: { log: VoteLog }) {
  const t = useSay()
  const { locale } = useI18n()
  const receipt = useLocation().hash.slice(1)
  const mine = useRef<HTMLLIElement>(null)
  useEffect(() => {
    mine.current?.scrollIntoView({ block: 'center' })
  }, [receipt])
  const names = new Map(log.roll.map(({ actor, person }) => [actor, person?.name ?? t('result.someone')]))
  const who = (actor: string): string =>
    actor === 'system' || actor === 'bureau' || actor === 'candidate'
      ? t(`log.by.${actor}`)
      : (names.get(actor) ?? actor)
  const collator = new Intl.Collator(locale)
  return (
    <div className="stack-loose">
      <dl className={styles['prints']}>
        <Fingerprint name={t('log.head')} value={log.head} />
        <Fingerprint name={t('log.rules')} value={log.rulesHash} />
        <Fingerprint name={t('log.roll')} value={log.rollHash} />
      </dl>
      <div className={styles['save']}>
        <Button wide="phone" onPress={() => download(log)}>
          {t('log.download')}
        </Button>
        <p className="small muted">{t('log.verify')}</p>
      </div>
      <HeadCheck log={log} />
      <section className={styles['section']} aria-labelledby="events">
        <h2 id="events" className="caption">
          {t('log.events', { count: log.events.length })}
        </h2>
        <ol className={classes('ruled', styles['events'])}>
          {log.events.map((event) => {
            const isMine = event.hash === receipt
            return (
              <li
                key={event.seq}
                id={event.hash}
                ref={isMine ? mine : undefined}
                className={classes(styles['event'], isMine && styles['mine'])}
              >
                <span className={classes('number muted', styles['seq'])}>{event.seq}</span>
                <p>
                  <span className="strong">{sayEvent(event.type, t)}</span> · {who(event.actor)} ·{' '}
                  <span className="muted">
                    <TimeAgo at={event.ts} />
                  </span>{' '}
                  {isMine && <Badge tone="done">{t('log.yours')}</Badge>}
                </p>
                <p className={styles['hash']}>{event.hash}</p>
              </li>
            )
          })}
        </ol>
      </section>
      {!log.bare && (
        <details className={styles['roll']}>
          <summary>{t('log.rollTitle', { count: log.roll.length })}</summary>
          <p className="small">{[...names.values()].toSorted(collator.compare).join(', ')}</p>
        </details>
      )}
    </div>
  )
}
