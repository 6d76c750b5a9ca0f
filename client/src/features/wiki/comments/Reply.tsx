import type { Thread } from '@cenacle/contract/comment'
import { useT } from '../../../i18n/i18n.tsx'
import { useDraft } from '../../../lib/use-draft.ts'
import { useReply } from './api.ts'
import { Composer } from './Composer.tsx'
import type { Comments } from './use-comments.ts'

/** An answer in a thread, kept on this device until it has arrived. */
export function Reply({ thread, comments, onClose }: { thread: Thread; comments: Comments; onClose: () => void }) {
  const t = useT()
  const kept = useDraft(comments.me.id, `comment.reply.${thread.id}`)
  const reply = useReply(thread, () => {
    kept.clear()
    onClose()
    comments.look(thread.id, { focus: true })
  })
  return (
    <Composer
      label={t('comments.yourReply')}
      act={t('comments.reply')}
      spaceId={comments.page.spaceId}
      kept={kept}
      error={reply.error}
      isPending={reply.isPending}
      onSend={reply.mutate}
      onCancel={() => {
        kept.clear()
        onClose()
      }}
    />
  )
}
