import type { MeetingAnswer } from '@cenacle/contract/meeting'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useMeeting, useUpdateMeeting } from '../features/committee/api.ts'
import { MeetingForm } from '../features/committee/MeetingForm.tsx'
import { MeetingView } from '../features/committee/MeetingView.tsx'
import { useSay } from '../features/committee/texts/say.ts'
import { useInPlace } from '../lib/place.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

function Editing({ meeting, onDone }: { meeting: MeetingAnswer; onDone: () => void }) {
  const t = useSay()
  const update = useUpdateMeeting(meeting.id)
  const done = (): void => {
    toast(t('meeting.saved'))
    onDone()
  }
  return (
    <>
      <PageHead title={t('meeting.editing')} />
      <MeetingForm
        meeting={meeting}
        error={update.error}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={update.isPending}>
              {t('ui.save')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onDone}>
              {t('ui.cancel')}
            </Button>
          </>
        }
        onSubmit={(body) => update.mutate(body, { onSuccess: done })}
      />
    </>
  )
}

/** One meeting. */
export function Meeting() {
  const { id = '' } = useParams()
  const query = useMeeting(id)
  const [isEditing, setEditing] = useState(false)
  useInPlace(query.data?.space)
  return (
    <div className="page">
      <div className="page-inner">
        <Loaded query={query}>
          {(meeting) =>
            isEditing && meeting.can.change ? (
              <Editing meeting={meeting} onDone={() => setEditing(false)} />
            ) : (
              <MeetingView meeting={meeting} onEdit={() => setEditing(true)} />
            )
          }
        </Loaded>
      </div>
    </div>
  )
}
