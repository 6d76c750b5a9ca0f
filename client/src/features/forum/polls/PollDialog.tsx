import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Poll, useWritePoll } from './api.ts'
import { askingOf, bodyOf, emptyPoll, readAsking } from './asking.ts'
import { PollFields } from './PollFields.tsx'
import { useSay } from './texts/say.ts'

interface PollDialogProps {
  post: { id: string; topicId: string; number: number }
  /** The one that is corrected; without it one is added. */
  poll?: Poll
  onClose: () => void
}

/** Adds a poll to a post that stands already, or corrects one that nobody has answered. */
export function PollDialog({ post, poll, onClose }: PollDialogProps) {
  const t = useSay()
  const [asking, setAsking] = useState(() => (poll ? askingOf(poll) : readAsking(emptyPoll)))
  const write = useWritePoll({ postId: post.id, topicId: post.topicId, pollId: poll?.id }, () => {
    toast(t(poll ? 'poll.corrected' : 'poll.added'))
    onClose()
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={poll ? t('poll.correctTitle') : t('poll.addTitle', { number: post.number })}
    >
      <p className="small muted">{t('poll.writingHelp')}</p>
      <Form
        error={write.error}
        onSubmit={() => write.mutate(bodyOf(asking))}
        actions={
          <>
            <Button type="submit" variant="primary" isPending={write.isPending}>
              {poll ? t('ui.save') : t('poll.ask')}
            </Button>
            <Button variant="quiet" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <PollFields asking={asking} onChange={(change) => setAsking({ ...asking, ...change })} prefix="" />
      </Form>
    </Dialog>
  )
}
