import type { MeetingItem } from '@cenacle/contract/meeting'
import { useI18n } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Link } from '../../ui/Link.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from './Meeting.module.css'
import { sayWhen } from './say-when.ts'
import { useSay } from './texts/say.ts'

/** A meeting in a list: when, what, where, how many come. */
export function MeetingLine({ meeting }: { meeting: MeetingItem }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const [start, end] = [new Date(meeting.startsAt), new Date(meeting.endsAt)]
  const isOver = end <= now
  const comes = meeting.counts.present + meeting.counts.remote
  const notes = [
    meeting.place,
    t(isOver ? 'meeting.came' : 'meeting.comes', { count: comes }),
    !isOver && meeting.mine && t(`meeting.mine.${meeting.mine}`),
    meeting.minutes && t('meeting.hasMinutes'),
  ].filter(Boolean)
  return (
    <li className={styles['line']}>
      <p className="row small muted">
        <time dateTime={meeting.startsAt}>{sayWhen(start, end, now, locale, t)}</time>
        {meeting.cancelled && <Badge tone="veto">{t('meeting.cancelled')}</Badge>}
        {!meeting.cancelled && start <= now && !isOver && <Badge tone="live">{t('meeting.now')}</Badge>}
      </p>
      <h3>
        <Link to={paths.meeting(meeting.id)}>{bindPunctuation(meeting.title)}</Link>
      </h3>
      <p className="small muted">{notes.join('\u00a0· ')}</p>
    </li>
  )
}
