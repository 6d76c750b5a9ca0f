import type { Me } from '@cenacle/contract/person'
import { ArrowDown } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorNotice, Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { type Post, type Topic, useMarkRead } from './api.ts'
import { PostList } from './PostList.tsx'
import styles from './Post.module.css'
import { Reply, type ReplyHandle } from './Reply.tsx'
import { selectionIn } from './selection.ts'
import { SelectionQuote } from './SelectionQuote.tsx'
import { useReadPosition } from './use-read-position.ts'
import { useTopicWindow } from './use-topic-window.ts'

/** The posts of a topic, where one left off; what arrives meanwhile; where one answers. */
export function TopicView({ topic, me }: { topic: Topic; me: Me | null }) {
  const t = useT()
  const { query, posts, named, goTo, showBefore } = useTopicWindow(topic)
  // What was new stays marked while one reads it.
  const [firstNew] = useState(topic.unread > 0 && topic.readNumber > 0 ? topic.readNumber + 1 : undefined)
  const [seen, setSeen] = useState(topic.postCount)
  const [list, setList] = useState<HTMLOListElement | null>(null)
  const reply = useRef<ReplyHandle>(null)
  const mark = useMarkRead(topic)
  useReadPosition({
    list,
    posts,
    readNumber: topic.readNumber,
    onRead: (number) => me && mark.mutate(number),
    onSeen: (number) => setSeen((before) => Math.max(before, number)),
  })
  const arrived = posts.filter(({ number, author, deletedAt }) => number > seen && !deletedAt && author?.id !== me?.id)
  const firstArrived = arrived[0]?.number
  const last = posts.at(-1)?.number ?? 0
  // What is selected in the post, or all of it.
  const quote = useCallback((post: Post) => {
    const selected = selectionIn(document.getSelection())
    reply.current?.quote(post, selected?.number === post.number ? selected.text : undefined)
  }, [])
  const quoteSelected = (number: number): void => {
    const post = posts.find((one) => one.number === number)
    if (post) quote(post)
  }
  return (
    <>
      {query.hasPreviousPage && (
        <div className={styles['window']}>
          <Button wide="phone" isPending={query.isFetchingPreviousPage} onPress={showBefore}>
            {t('topic.before')}
          </Button>
        </div>
      )}
      {query.isPending && <Skeleton lines={8} />}
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      <PostList
        listRef={setList}
        posts={posts}
        personId={me?.id ?? ''}
        firstNew={firstNew}
        named={named}
        onQuote={topic.can.reply ? quote : undefined}
      />
      {query.hasNextPage && (
        <div className={styles['window']}>
          <Button wide="phone" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('topic.after', { count: Math.max(1, topic.postCount - last) })}
          </Button>
        </div>
      )}
      <VisuallyHidden role="status">
        {arrived.length > 0 && t('topic.arrived', { count: arrived.length })}
      </VisuallyHidden>
      {firstArrived !== undefined && (
        <div className={styles['arrived']}>
          <Button variant="primary" onPress={() => goTo(firstArrived)}>
            {t('topic.arrived', { count: arrived.length })}
            <ArrowDown size={18} aria-hidden />
          </Button>
        </div>
      )}
      {me && topic.can.reply && !query.isPending && <Reply ref={reply} topic={topic} me={me} onSent={goTo} />}
      {topic.closedAt && <Notice title={t('topic.closed')}>{t('topic.closedHelp')}</Notice>}
      {!topic.closedAt && !topic.can.reply && <p className="muted">{t('topic.readOnly')}</p>}
      {topic.can.reply && <SelectionQuote onQuote={quoteSelected} />}
    </>
  )
}
