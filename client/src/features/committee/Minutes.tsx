import type { MeetingAnswer } from '@cenacle/contract/meeting'
import { useNavigate } from 'react-router'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { useWriteMinutes } from './api.ts'
import styles from './Meeting.module.css'
import { useSay } from './texts/say.ts'

/** The page of the minutes, or the button that makes it. */
export function Minutes({ meeting, begun }: { meeting: MeetingAnswer; begun: boolean }) {
  const t = useSay()
  const navigate = useNavigate()
  const write = useWriteMinutes(meeting.id)
  const open = (): void => write.mutate(undefined, { onSuccess: ({ pageId }) => void navigate(paths.page(pageId)) })
  return (
    <section className={styles['section']} aria-labelledby="minutes">
      <h2 id="minutes">{t('meeting.minutes')}</h2>
      {meeting.minutes ? (
        <p>
          <Link to={paths.page(meeting.minutes.pageId)}>{bindPunctuation(meeting.minutes.title)}</Link>
        </p>
      ) : (
        <>
          <p className="muted">
            {t('meeting.minutesNone')} {t('meeting.minutesHelp')}
          </p>
          <div className={styles['acts']}>
            <Button variant={begun ? 'primary' : 'secondary'} wide="phone" isPending={write.isPending} onPress={open}>
              {t('meeting.writeMinutes')}
            </Button>
          </div>
        </>
      )}
      <ErrorNotice error={write.error} />
    </section>
  )
}
