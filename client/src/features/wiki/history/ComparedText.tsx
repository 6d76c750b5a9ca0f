import type { TimelineAnswer } from '@cenacle/contract/history'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { LiveHtml } from '../LiveHtml.tsx'
import { useDiff, useVersion } from './api.ts'
import { DiffView } from './DiffView.tsx'
import { type Compared, pairOf } from './moments.ts'
import styles from './history.module.css'
import { useSay } from './texts/say.ts'

interface ComparedTextProps {
  pageId: string
  timeline: TimelineAnswer
  place: number
  compared: Compared
}

/** The text of a moment, with what changed; alone where it is compared with nothing. */
export function ComparedText({ pageId, timeline, place, compared }: ComparedTextProps) {
  const pair = pairOf(timeline.moments, place, compared)
  const seq = timeline.moments[place]?.seq ?? 0
  return pair ? (
    <Difference pageId={pageId} pair={pair} canRestore={timeline.can.restore} />
  ) : (
    <Alone pageId={pageId} seq={seq} isNow={compared === 'now'} />
  )
}

function Difference({
  pageId,
  pair,
  canRestore,
}: {
  pageId: string
  pair: { from: number; to: number }
  canRestore: boolean
}) {
  const query = useDiff(pageId, pair)
  return (
    <div className={styles['shown']} aria-busy={query.isPlaceholderData}>
      <Loaded query={query}>
        {(diff) => (
          <DiffView
            key={`${diff.from} ${diff.to}`}
            pageId={pageId}
            diff={diff}
            canRestore={canRestore && !query.isPlaceholderData}
          />
        )}
      </Loaded>
    </div>
  )
}

function Alone({ pageId, seq, isNow }: { pageId: string; seq: number; isNow: boolean }) {
  const t = useSay()
  const query = useVersion(pageId, seq)
  return (
    <div className={styles['shown']} aria-busy={query.isPlaceholderData}>
      {isNow && <p className="muted">{t('history.isNow')}</p>}
      <Loaded query={query}>
        {({ title, html, words }) => (
          <>
            <p className={styles['title']}>{title}</p>
            {words === 0 && html.length < 20 ? <EmptyState title={t('authors.none')} /> : <LiveHtml html={html} />}
          </>
        )}
      </Loaded>
    </div>
  )
}
