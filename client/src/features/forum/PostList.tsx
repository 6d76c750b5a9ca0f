import type { Ref } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import type { Post } from './api.ts'
import { PostItem } from './PostItem.tsx'
import styles from './Post.module.css'

interface PostListProps {
  listRef: Ref<HTMLOListElement>
  posts: readonly Post[]
  personId: string
  /** The first post that was new on arrival; undefined when none was. */
  firstNew: number | undefined
  /** The post that the address names. */
  named: number | undefined
  onQuote: ((post: Post) => void) | undefined
}

/** Posts in their order, with a line above the first that was new on arrival. */
export function PostList({ listRef, posts, personId, firstNew, named, onQuote }: PostListProps) {
  const t = useT()
  return (
    <ol ref={listRef} className={styles['posts']} aria-label={t('topic.posts')}>
      {posts.map((post) => (
        <li key={post.id}>
          {post.number === firstNew && (
            <p className={styles['divider']}>
              <span>{t('topic.new')}</span>
            </p>
          )}
          <PostItem post={post} personId={personId} isNamed={post.number === named} onQuote={onQuote} />
        </li>
      ))}
    </ol>
  )
}
