import { useNavigate } from 'react-router'
import { useCreateMeeting } from '../features/committee/api.ts'
import { MeetingForm } from '../features/committee/MeetingForm.tsx'
import { useSay } from '../features/committee/texts/say.ts'
import { useSpace } from '../features/spaces/space-context.ts'
import { paths } from '../lib/paths.ts'
import { Button } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

/** Calls a meeting in a space. */
export function NewMeeting() {
  const t = useSay()
  const space = useSpace()
  const navigate = useNavigate()
  const create = useCreateMeeting(space.id)
  return (
    <div className="page-inner">
      <PageHead title={t('meeting.new')} lede={t('meeting.newLede')} />
      <MeetingForm
        error={create.error}
        actions={
          <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
            {t('meeting.act')}
          </Button>
        }
        onSubmit={(body) =>
          create.mutate(body, {
            onSuccess: ({ id }) => {
              toast(t('meeting.made'))
              void navigate(paths.meeting(id), { replace: true })
            },
          })
        }
      />
    </div>
  )
}
