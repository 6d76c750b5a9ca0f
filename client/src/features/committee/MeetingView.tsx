import type { MeetingAnswer } from '@cenacle/contract/meeting'
import { CalendarPlus, Video } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Confirm } from '../../ui/Dialog.tsx'
import { Link } from '../../ui/Link.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { toast } from '../../ui/toasts.ts'
import { useNow } from '../../ui/use-now.ts'
import { useUpdateMeeting } from './api.ts'
import { Attendance } from './Attendance.tsx'
import styles from './Meeting.module.css'
import { Minutes } from './Minutes.tsx'
import { sayWhen } from './say-when.ts'
import { useSay } from './texts/say.ts'

function Changes({ meeting, isOver, onEdit }: { meeting: MeetingAnswer; isOver: boolean; onEdit: () => void }) {
  const t = useSay()
  const [asked, setAsked] = useState(false)
  const update = useUpdateMeeting(meeting.id)
  const set = (cancelled: boolean): void =>
    update.mutate(
      { cancelled },
      {
        onSuccess: () => {
          toast(t(cancelled ? 'meeting.cancelDone' : 'meeting.restored'))
          setAsked(false)
        },
      },
    )
  return (
    <>
      <Button wide="phone" onPress={onEdit}>
        {t('meeting.edit')}
      </Button>
      {meeting.cancelled && (
        <Button wide="phone" isPending={update.isPending} onPress={() => set(false)}>
          {t('meeting.restore')}
        </Button>
      )}
      {!meeting.cancelled && !isOver && (
        <Button variant="quiet" wide="phone" onPress={() => setAsked(true)}>
          {t('meeting.cancel')}
        </Button>
      )}
      <Confirm
        isOpen={asked}
        onClose={() => setAsked(false)}
        title={t('meeting.cancelTitle')}
        act={t('meeting.cancel')}
        isPending={update.isPending}
        onConfirm={() => set(true)}
      >
        {t('meeting.cancelHelp')}
        <ErrorNotice error={update.error} />
      </Confirm>
    </>
  )
}

/** A link to another site or a file: it looks like a button, and the browser follows it. */
function Outward({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={styles['outward']} rel="noreferrer">
      {children}
    </a>
  )
}

/** One meeting: when, where, who comes, what about, what was written down. */
export function MeetingView({ meeting, onEdit }: { meeting: MeetingAnswer; onEdit: () => void }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const [start, end] = [new Date(meeting.startsAt), new Date(meeting.endsAt)]
  const isOver = end <= now
  return (
    <>
      <PageHead
        above={<Link to={paths.spaceMeetings(meeting.space.slug)}>{t('meetings.tab')}</Link>}
        title={bindPunctuation(meeting.title)}
        tabTitle={meeting.title}
        lede={<time dateTime={meeting.startsAt}>{sayWhen(start, end, now, locale, t)}</time>}
      >
        <div className={styles['facts']}>
          {meeting.place && <p>{meeting.place}</p>}
          {meeting.createdBy && (
            <p className="small muted">
              {t('meeting.calledBy')} {meeting.createdBy.name}
            </p>
          )}
          {meeting.cancelled && (
            <p>
              <Badge tone="veto">{t('meeting.cancelled')}</Badge>
            </p>
          )}
        </div>
        <div className="page-acts">
          {meeting.link && !isOver && !meeting.cancelled && (
            <Outward href={meeting.link}>
              <Video size={18} aria-hidden />
              {t('meeting.join')}
            </Outward>
          )}
          {!isOver && (
            <Outward href={`/api/meetings/${meeting.id}/calendar.ics`}>
              <CalendarPlus size={18} aria-hidden />
              {t('meeting.toCalendar')}
            </Outward>
          )}
          {meeting.can.change && <Changes meeting={meeting} isOver={isOver} onEdit={onEdit} />}
        </div>
      </PageHead>
      <div className="stack-loose">
        <section className={styles['section']} aria-labelledby="agenda">
          <h2 id="agenda">{t('meeting.agenda')}</h2>
          {meeting.html ? <Prose html={meeting.html} /> : <p className="muted">{t('meeting.agendaNone')}</p>}
        </section>
        <Attendance meeting={meeting} />
        {(meeting.minutes ?? meeting.can.writeMinutes) && <Minutes meeting={meeting} begun={start <= now} />}
      </div>
    </>
  )
}
