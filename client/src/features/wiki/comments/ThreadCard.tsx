import type { Thread } from '@cenacle/contract/comment'
import { Check, RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { drafts } from '../../../lib/drafts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useRemoveThread, useResolve } from './api.ts'
import { CommentItem } from './CommentItem.tsx'
import styles from './Panel.module.css'
import { goToPassage } from './passages.ts'
import { Reply } from './Reply.tsx'
import { type Comments, isLost } from './use-comments.ts'

interface ThreadCardProps {
  thread: Thread
  comments: Comments
  /** Called when one goes to the passage: what lies over the text makes way. */
  onPassage?: () => void
}

/** A thread: its words and what is said about them. Looked at, it shows all that is said, and what one can do. */
export function ThreadCard({ thread, comments, onPassage }: ThreadCardProps) {
  const { t } = useI18n()
  const { active, hovered, hover, look, touch, wantsFocus, focused, refocus, me } = comments
  const card = useRef<HTMLElement>(null)
  const isActive = active === thread.id
  const [isReplying, setReplying] = useState(() => drafts.read(me.id, `comment.reply.${thread.id}`) !== undefined)
  useEffect(() => {
    if (wantsFocus !== thread.id) return
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
    focused()
  })
  useLayoutEffect(() => {
    const element = card.current
    return () => {
      if (element?.contains(document.activeElement)) refocus(thread.id)
    }
  }, [refocus, thread.id])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isActive) return
    event.stopPropagation()
    look(undefined)
  }
  // In the margin a card that is not looked at is small, so that it stands beside its words.
  const all = isActive || onPassage !== undefined
  const hidden = all ? 0 : Math.max(0, thread.comments.length - 2)
  const shown = hidden > 0 ? thread.comments.slice(0, 1) : thread.comments
  return (
    // A group that takes the focus from the keys that go from thread to thread; its controls are inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className={styles['card']}
      tabIndex={-1}
      data-active={isActive || undefined}
      data-hovered={hovered === thread.id || undefined}
      data-resolved={thread.resolved !== null || undefined}
      aria-label={t('comments.thread', {
        name: thread.author?.name ?? t('comments.someone'),
        quote: shorten(thread.quote),
      })}
      onKeyDown={onKeyDown}
      onFocus={() => touch(thread.id)}
      onClick={() => touch(thread.id)}
      onMouseEnter={() => hover(thread.id)}
      onMouseLeave={() => hover(undefined)}
    >
      <Quote thread={thread} comments={comments} onPassage={onPassage} />
      {shown.map((comment) => (
        <CommentItem key={comment.id} comment={comment} comments={comments} />
      ))}
      {hidden > 0 && (
        <Button variant="quiet" size="small" onPress={() => look(thread.id, { focus: true })}>
          {t('comments.more', { count: thread.comments.length - 1 })}
        </Button>
      )}
      {isReplying && <Reply thread={thread} comments={comments} onClose={() => setReplying(false)} />}
      {all && <Acts thread={thread} comments={comments} isReplying={isReplying} onReply={() => setReplying(true)} />}
    </article>
  )
}

const SHORT = 60
const shorten = (quote: string): string => (quote.length > SHORT ? `${quote.slice(0, SHORT).toWellFormed()}…` : quote)

/** The words that were commented, and the way to them. */
function Quote({ thread, comments, onPassage }: ThreadCardProps) {
  const { t } = useI18n()
  if (thread.quote === '') return <p className="small muted">{t('comments.wholePage')}</p>
  const go = (): void => {
    if (onPassage) onPassage()
    else comments.look(thread.id)
    // Once what lay over the text is gone.
    requestAnimationFrame(() => goToPassage(thread.id))
  }
  return (
    <>
      {isLost(thread) ? (
        <>
          <p className="caption">{t('comments.lost')}</p>
          <blockquote className={styles['quote']}>{thread.quote}</blockquote>
        </>
      ) : (
        <button type="button" className={styles['quote']} title={t('comments.goTo')} onClick={go}>
          {thread.quote}
        </button>
      )}
    </>
  )
}

/** Answering, settling, deleting. */
function Acts({
  thread,
  comments,
  isReplying,
  onReply,
}: ThreadCardProps & { isReplying: boolean; onReply: () => void }) {
  const { t } = useI18n()
  const [isRemoving, setRemoving] = useState(false)
  const resolve = useResolve(thread, (now) =>
    toast(t(now?.resolved ? 'comments.resolvedToast' : 'comments.reopenedToast')),
  )
  const remove = useRemoveThread(thread, () => comments.look(undefined))
  const isResolved = thread.resolved !== null
  const removal = { id: 'remove', label: t('comments.removeThread'), danger: true, onAction: () => setRemoving(true) }
  return (
    <>
      {thread.resolved && (
        <p className="small muted">
          {t('comments.resolvedBy', { name: thread.resolved.by?.name ?? t('comments.someone') })}{' '}
          <TimeAgo at={thread.resolved.at} />
        </p>
      )}
      {resolve.isError && <ErrorNotice error={resolve.error} />}
      {remove.isError && <ErrorNotice error={remove.error} />}
      <div className={styles['acts']}>
        {thread.can.reply && !isReplying && (
          <Button size="small" onPress={onReply}>
            {t('comments.reply')}
          </Button>
        )}
        {thread.can.resolve && (
          <Button
            variant="quiet"
            size="small"
            isPending={resolve.isPending}
            onPress={() => resolve.mutate(!isResolved)}
          >
            {isResolved ? <RotateCcw size={16} aria-hidden /> : <Check size={16} aria-hidden />}
            {t(isResolved ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        )}
        <Menu label={t('comments.threadMenu')} actions={thread.can.remove ? [removal] : []} />
      </div>
      <Confirm
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t('comments.removeThreadTitle')}
        act={t('comments.removeThread')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSettled: () => setRemoving(false) })}
      >
        {t('comments.removeThreadHelp')}
      </Confirm>
    </>
  )
}
