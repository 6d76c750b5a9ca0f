import type { AttendanceLine, MeetingAnswer } from '@cenacle/contract/meeting'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { useAnswerMeeting } from './api.ts'
import { AttendanceDialog } from './AttendanceDialog.tsx'
import styles from './Meeting.module.css'
import { useSay } from './texts/say.ts'

const choices = ['present', 'remote', 'excused'] as const

/** The viewer's own answer: three buttons, the one that holds is pressed. */
function Answer({ meeting }: { meeting: MeetingAnswer }) {
  const t = useSay()
  const answer = useAnswerMeeting(meeting.id)
  return (
    <div className={styles['group']}>
      <p className="strong" id="coming">
        {t('attendance.ask')}
      </p>
      <div className={styles['acts']} role="group" aria-labelledby="coming">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="pill"
            aria-pressed={meeting.mine === choice}
            onClick={() => answer.mutate(meeting.mine === choice ? null : choice)}
          >
            {t(`attendance.${choice}`)}
          </button>
        ))}
      </div>
      <ErrorNotice error={answer.error} />
    </div>
  )
}

function Names({ id, title, lines }: { id: string; title: string; lines: readonly AttendanceLine[] }) {
  if (lines.length === 0) return null
  return (
    <div className={styles['group']}>
      <h3 id={id} className="small strong">
        {title}
      </h3>
      <ul className={styles['names']} aria-labelledby={id}>
        {lines.map(({ person }) => (
          <li key={person.id}>
            <Portrait person={person} size="small" />
            {person.name}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who comes; afterwards who was there. */
export function Attendance({ meeting }: { meeting: MeetingAnswer }) {
  const t = useSay()
  const [asked, setAsked] = useState(false)
  const { attendance, can } = meeting
  const were = attendance.filter(({ wasThere }) => wasThere === true)
  const excused = attendance.filter(({ said, wasThere }) => said === 'excused' && wasThere !== true)
  const isNoted = attendance.some(({ wasThere }) => wasThere !== null)
  return (
    <section className={styles['section']} aria-labelledby="attendance">
      <h2 id="attendance">{t('attendance.title')}</h2>
      {can.answer && <Answer meeting={meeting} />}
      {attendance.length === 0 && !can.answer && <p className="muted">{t('attendance.none')}</p>}
      {isNoted ? (
        <>
          <Names id="were-there" title={t('attendance.were', { count: were.length })} lines={were} />
          <Names id="excused" title={t('attendance.said.excused', { count: excused.length })} lines={excused} />
        </>
      ) : (
        choices.map((choice) => (
          <Names
            key={choice}
            id={`said-${choice}`}
            title={t(`attendance.said.${choice}`, { count: meeting.counts[choice] })}
            lines={attendance.filter(({ said }) => said === choice)}
          />
        ))
      )}
      {can.setAttendance && (
        <div className={styles['acts']}>
          <Button wide="phone" onPress={() => setAsked(true)}>
            {t('attendance.set')}
          </Button>
        </div>
      )}
      {asked && <AttendanceDialog meeting={meeting} onClose={() => setAsked(false)} />}
    </section>
  )
}
