import type { TimelineAnswer } from '@cenacle/contract/history'
import { Tag } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { sayHour } from '../../../i18n/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { Portrait } from '../../../ui/Portrait.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { authorOf, daysOf } from './moments.ts'
import styles from './history.module.css'
import { useSay } from './texts/say.ts'

const AT_ONCE = 40

/** Every version by day, the newest first, with who wrote it. */
export function VersionList({
  timeline,
  place,
  onChoose,
}: {
  timeline: TimelineAnswer
  place: number
  onChoose: (place: number) => void
}) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const { moments, names } = timeline
  const [asked, setMost] = useState(AT_ONCE)
  const most = Math.max(asked, Math.min(moments.length, moments.length - place + 5))
  return (
    <section className={styles['versions']} aria-labelledby="versions">
      <h2 id="versions" className="caption">
        {t('history.versions')}
      </h2>
      {daysOf(moments, most, now, locale).map(({ title, moments: own }) => (
        <div key={title}>
          <h3 className={styles['day']}>{title}</h3>
          <ul className={styles['list']}>
            {own.map(({ moment, place: at }) => {
              const author = authorOf(timeline, moment)
              const name = names.find(({ seq }) => seq === moment.seq)?.name
              return (
                <li key={moment.seq}>
                  <button
                    type="button"
                    className={styles['version']}
                    aria-current={at === place ? 'true' : undefined}
                    onClick={() => onChoose(at)}
                  >
                    <Portrait person={author} size="small" />
                    <span>
                      {name !== undefined && (
                        <span className={styles['name']}>
                          <Tag size={14} aria-hidden /> {name}
                        </span>
                      )}
                      <span>
                        {sayHour(new Date(moment.at), locale)} · {author?.name ?? t('history.gone')}
                      </span>
                      <span className="small muted">
                        {at === moments.length - 1 ? t('history.current') : t('history.edits', { count: moment.edits })}
                      </span>
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
      {most < moments.length && (
        <Button wide="phone" onPress={() => setMost(most + AT_ONCE)}>
          {t('ui.more')}
        </Button>
      )}
    </section>
  )
}
