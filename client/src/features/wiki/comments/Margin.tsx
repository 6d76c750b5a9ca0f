import type { Thread } from '@cenacle/contract/comment'
import { type CSSProperties, useRef, useState } from 'react'
import { useT } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Header } from './Header.tsx'
import { NewThread } from './NewThread.tsx'
import { Nothing } from './Nothing.tsx'
import styles from './Panel.module.css'
import { ThreadCard } from './ThreadCard.tsx'
import type { Comments } from './use-comments.ts'
import { DRAFT, usePlaces } from './use-places.ts'

/** Threads without words in the text: folded, so that the others stand beside theirs, unless they are what one looks for. */
function Loose({ threads, comments }: { threads: readonly Thread[]; comments: Comments }) {
  const t = useT()
  const { active, filter, shown } = comments
  const [isOpen, setOpen] = useState(false)
  const isWanted = isOpen || filter === 'lost' || shown.length === threads.length
  return isWanted || threads.some(({ id }) => id === active) ? (
    threads.map((thread) => <ThreadCard key={thread.id} thread={thread} comments={comments} />)
  ) : (
    <Button variant="quiet" size="small" aria-expanded={false} onPress={() => setOpen(true)}>
      {t('comments.loose', { count: threads.length })}
    </Button>
  )
}

/** Comments in the margin, each beside its words. What has no words in the text stands first. */
export function Margin({ comments }: { comments: Comments }) {
  const t = useT()
  const column = useRef<HTMLElement>(null)
  const places = usePlaces(column, comments)
  const { shown, draft } = comments
  const loose = shown.filter(({ id }) => !places.has(id))
  const beside = shown.filter(({ id }) => places.has(id))
  const at = (id: string): CSSProperties => ({ insetBlockStart: places.get(id) })
  return (
    <aside ref={column} className={styles['margin']} aria-label={t('comments.title')}>
      <div className={styles['top']} data-top>
        <Header comments={comments} onClose={comments.close} />
        {draft && !places.has(DRAFT) && <NewThread comments={comments} />}
        {shown.length === 0 && !draft && <Nothing comments={comments} />}
        {loose.length > 0 && <Loose threads={loose} comments={comments} />}
      </div>
      {draft && places.has(DRAFT) && (
        <div className={styles['beside']} style={at(DRAFT)} data-card={DRAFT}>
          <NewThread comments={comments} />
        </div>
      )}
      {beside.map((thread) => (
        <div key={thread.id} className={styles['beside']} style={at(thread.id)} data-card={thread.id}>
          <ThreadCard thread={thread} comments={comments} />
        </div>
      ))}
    </aside>
  )
}
