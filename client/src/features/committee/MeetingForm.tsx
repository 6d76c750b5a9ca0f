import type { CreateMeetingBody, MeetingAnswer } from '@cenacle/contract/meeting'
import { type ReactNode, useState } from 'react'
import { asField } from '../../i18n/field-date.ts'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './Meeting.module.css'
import { daysAhead, instantOf } from './say-when.ts'
import { useSay } from './texts/say.ts'

const IN_DAYS = 14
const HOUR_MS = 3_600_000

interface MeetingFormProps {
  /** Nothing for a new one. */
  meeting?: MeetingAnswer
  error: unknown
  actions: ReactNode
  onSubmit: (body: CreateMeetingBody) => void
}

/** When, where, about what. */
export function MeetingForm({ meeting, error, actions, onSubmit }: MeetingFormProps) {
  const t = useSay()
  const now = useNow()
  const [starts, setStarts] = useState(() =>
    asField(meeting ? new Date(meeting.startsAt) : daysAhead(IN_DAYS, 14, now)),
  )
  const [ends, setEnds] = useState(() => asField(meeting ? new Date(meeting.endsAt) : daysAhead(IN_DAYS, 16, now)))
  /** The end follows the start, so that a meeting that is put off keeps its length. */
  const moveStart = (value: string): void => {
    const [before, after, end] = [new Date(starts), new Date(value), new Date(ends)]
    const length = Math.max(HOUR_MS, end.getTime() - before.getTime())
    if (!Number.isNaN(after.getTime()) && !Number.isNaN(length)) setEnds(asField(new Date(after.getTime() + length)))
    setStarts(value)
  }
  const submit = (values: FormData): void =>
    onSubmit({
      title: textOf(values, 'title'),
      startsAt: instantOf(starts),
      endsAt: instantOf(ends),
      place: textOf(values, 'place'),
      link: textOf(values, 'link'),
      agenda: textOf(values, 'agenda'),
    })
  return (
    <Form
      error={error}
      messages={{ endsAt: t('meeting.endsWrong'), link: t('meeting.linkWrong') }}
      onSubmit={submit}
      actions={actions}
    >
      <Field
        name="title"
        label={t('meeting.name')}
        maxLength={200}
        autoComplete="off"
        defaultValue={meeting?.title ?? ''}
        isRequired
      />
      <div className={styles['times']}>
        <Field
          name="startsAt"
          type="datetime-local"
          label={t('meeting.starts')}
          value={starts}
          onChange={moveStart}
          isRequired
        />
        <Field
          name="endsAt"
          type="datetime-local"
          label={t('meeting.ends')}
          value={ends}
          onChange={setEnds}
          isRequired
        />
      </div>
      <Field
        name="place"
        label={t('meeting.place')}
        optional
        maxLength={300}
        autoComplete="off"
        defaultValue={meeting?.place ?? ''}
      />
      <Field
        name="link"
        type="url"
        label={t('meeting.link')}
        optional
        maxLength={500}
        autoComplete="off"
        placeholder="https://"
        defaultValue={meeting?.link ?? ''}
      />
      <TextArea
        name="agenda"
        label={t('meeting.agenda')}
        hint={t('meeting.agendaHint')}
        optional
        rows={6}
        defaultValue={meeting?.agenda ?? ''}
      />
    </Form>
  )
}
