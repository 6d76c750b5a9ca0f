import { useState } from 'react'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Poll, useClosePoll, useRemovePoll } from './api.ts'
import { PollDialog } from './PollDialog.tsx'
import { useSay } from './texts/say.ts'

/** What those who may can do to a poll: correct it, close it, take it away. */
export function PollMenu({ poll, number }: { poll: Poll; number: number }) {
  const t = useSay()
  const [asked, setAsked] = useState<'correct' | 'close' | 'remove'>()
  const done = (): void => setAsked(undefined)
  const close = useClosePoll(poll.id, () => {
    toast(t('poll.closedNow'))
    done()
  })
  const remove = useRemovePoll(poll, () => {
    toast(t('poll.removedNow'))
    done()
  })
  const actions = [
    poll.can.change && { id: 'correct', label: t('poll.correct'), onAction: () => setAsked('correct') },
    poll.can.close && { id: 'close', label: t('poll.close'), onAction: () => setAsked('close') },
    poll.can.remove && { id: 'remove', label: t('poll.remove'), danger: true, onAction: () => setAsked('remove') },
  ].filter((action) => action !== false)
  return (
    <>
      <Menu label={t('poll.actions', { question: poll.question })} actions={actions} />
      {asked === 'correct' && (
        <PollDialog post={{ id: poll.postId, topicId: poll.topicId, number }} poll={poll} onClose={done} />
      )}
      <Confirm
        isOpen={asked === 'close'}
        onClose={done}
        title={t('poll.closeTitle')}
        act={t('poll.close')}
        danger={false}
        isPending={close.isPending}
        onConfirm={() => close.mutate()}
      >
        {t('poll.closeHelp')}
        <ErrorNotice error={close.error} />
      </Confirm>
      <Confirm
        isOpen={asked === 'remove'}
        onClose={done}
        title={t('poll.removeTitle')}
        act={t('poll.remove')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        {t('poll.removeHelp')}
        <ErrorNotice error={remove.error} />
      </Confirm>
    </>
  )
}
