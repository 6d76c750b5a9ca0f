import type { Comment } from '@cenacle/contract/comment'
import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { useDraft } from '../../../lib/use-draft.ts'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { Portrait } from '../../../ui/Portrait.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { useEditComment, useRemoveComment } from './api.ts'
import { Composer } from './Composer.tsx'
import styles from './Panel.module.css'
import type { Comments } from './use-comments.ts'

/** What one person said. */
export function CommentItem({ comment, comments }: { comment: Comment; comments: Comments }) {
  const { t } = useI18n()
  const [doing, setDoing] = useState<'edit' | 'remove'>()
  const remove = useRemoveComment(comments.page.id, comment.id, () => setDoing(undefined))
  const stop = (): void => setDoing(undefined)
  const actions = [
    ...(comment.can.edit ? [{ id: 'edit', label: t('comments.edit'), onAction: () => setDoing('edit') }] : []),
    ...(comment.can.remove
      ? [{ id: 'remove', label: t('comments.remove'), danger: true, onAction: () => setDoing('remove') }]
      : []),
  ]
  return (
    <div className={styles['comment']}>
      <div className={styles['who']}>
        <Portrait person={comment.author} size="small" />
        <p>
          <span className="strong">{comment.author?.name ?? t('comments.someone')}</span>
          <span className="small muted">
            <TimeAgo at={comment.createdAt} />
            {comment.editedAt && ` · ${t('comments.edited')}`}
          </span>
        </p>
        <Menu label={t('comments.menu', { name: comment.author?.name ?? t('comments.someone') })} actions={actions} />
      </div>
      {comment.deletedAt !== null ? (
        <p className="small muted">{t('comments.removed')}</p>
      ) : doing === 'edit' ? (
        <Edit comment={comment} comments={comments} onClose={stop} />
      ) : (
        <div className={styles['said']}>
          <Prose html={comment.html} />
        </div>
      )}
      <Confirm
        isOpen={doing === 'remove'}
        onClose={stop}
        title={t('comments.removeTitle')}
        act={t('comments.remove')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        {t('comments.removeHelp')}
        {remove.isError && <ErrorNotice error={remove.error} />}
      </Confirm>
    </div>
  )
}

function Edit({ comment, comments, onClose }: { comment: Comment; comments: Comments; onClose: () => void }) {
  const { t } = useI18n()
  const { draft, clear, ...kept } = useDraft(comments.me.id, `comment.edit.${comment.id}`)
  const close = (): void => {
    clear()
    onClose()
  }
  const edit = useEditComment(comments.page.id, comment.id, close)
  return (
    <Composer
      label={t('comments.editLabel')}
      act={t('ui.save')}
      spaceId={comments.page.spaceId}
      kept={{ ...kept, draft: { ...draft, text: draft.text || comment.body } }}
      error={edit.error}
      isPending={edit.isPending}
      onSend={({ body }) => edit.mutate(body)}
      onCancel={close}
    />
  )
}
