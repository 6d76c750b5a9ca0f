import { memo, useState } from 'react'
import { type Say, useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { classes } from '../../ui/classes.ts'
import { Confirm } from '../../ui/Dialog.tsx'
import { Link } from '../../ui/Link.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { toast } from '../../ui/toasts.ts'
import { type Post, useRemovePost } from './api.ts'
import { EditPost } from './EditPost.tsx'
import { AddPoll, PollBelow } from './polls/PollBelow.tsx'
import styles from './Post.module.css'
import { Revisions } from './Revisions.tsx'

interface PostItemProps {
  post: Post
  personId: string
  isNamed: boolean
  /** Undefined where one cannot answer. */
  onQuote?: ((post: Post) => void) | undefined
}

const copyLink = (post: Post, t: Say): void => {
  const link = location.origin + paths.topic(post.topicId, post.number)
  // Missing on a page served over plain HTTP: the number beside the name is the link, too.
  void navigator.clipboard?.writeText(link).then(() => toast(t('post.copied')))
}

function Head({ post, onHistory }: { post: Post; onHistory: () => void }) {
  const t = useT()
  return (
    <header className={styles['head']}>
      <h2 className={styles['name']}>{post.author?.name ?? t('post.someone')}</h2>
      <span className="small muted">
        <TimeAgo at={post.createdAt} />
        {post.editedAt && !post.deletedAt && (
          <>
            {' · '}
            <button type="button" className={styles['trace']} onClick={onHistory}>
              {t('post.edited')} <TimeAgo at={post.editedAt} />
            </button>
          </>
        )}
      </span>
      <span className={classes('small', styles['number'])}>
        <Link to={`#message-${post.number}`} plain>
          {t('post.number', { number: post.number })}
        </Link>
      </span>
    </header>
  )
}

/** One post: who, when, what; with what one may do to it. */
export const PostItem = memo(function PostItem({ post, personId, isNamed, onQuote }: PostItemProps) {
  const t = useT()
  const [shown, setShown] = useState<'edit' | 'remove' | 'history' | 'poll'>()
  const close = (): void => setShown(undefined)
  const remove = useRemovePost(post, () => {
    toast(t('post.deletedNow'))
    close()
  })
  const isGone = post.deletedAt !== null
  const actions = [
    !isGone && onQuote && { id: 'quote', label: t('post.quote'), onAction: () => onQuote(post) },
    { id: 'copy', label: t('post.copy'), onAction: () => copyLink(post, t) },
    post.can.edit && { id: 'edit', label: t('post.edit'), onAction: () => setShown('edit') },
    post.can.edit && !post.pollId && { id: 'poll', label: t('poll.add'), onAction: () => setShown('poll') },
    post.can.remove && { id: 'remove', label: t('post.delete'), danger: true, onAction: () => setShown('remove') },
  ].filter((action) => action !== false && action !== undefined)
  return (
    <article
      id={`message-${post.number}`}
      data-number={post.number}
      data-post={post.id}
      tabIndex={-1}
      className={classes(styles['post'], isNamed && styles['named'])}
    >
      <Portrait person={post.author} />
      <div className={styles['main']}>
        <Head post={post} onHistory={() => setShown('history')} />
        {isGone ? (
          <p className="muted">
            <em>{t('post.deleted')}</em>
          </p>
        ) : shown === 'edit' ? (
          <EditPost post={post} personId={personId} onClose={close} />
        ) : (
          <Prose html={post.html} />
        )}
        {post.pollId && <PollBelow post={post} pollId={post.pollId} />}
        {shown === 'poll' && <AddPoll post={post} onClose={close} />}
      </div>
      <div className={styles['acts']}>
        <Menu label={t('post.actions', { number: post.number })} actions={actions} />
      </div>
      <Revisions post={post} isOpen={shown === 'history'} onClose={close} />
      <Confirm
        isOpen={shown === 'remove'}
        onClose={close}
        title={t('post.deleteTitle')}
        act={t('post.delete')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        {t('post.deleteHelp')}
        <ErrorNotice error={remove.error} />
      </Confirm>
    </article>
  )
})
