import { useTopics } from '../features/forum/api.ts'
import { TopicList } from '../features/forum/TopicList.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { WorkshopAbout } from '../features/spaces/WorkshopAbout.tsx'
import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { More } from '../ui/More.tsx'
import { ErrorNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** The conversations of a space, and its first screen. */
export function SpaceTopics() {
  const t = useT()
  const space = useSpace()
  const topics = useTopics(space.id)
  const items = topics.data?.pages.flatMap((page) => page.items) ?? []
  const canOpen = space.can.talk && !space.closedAt
  return (
    <div className="page-inner">
      <PageHead
        title={space.name}
        tabTitle={`${t('space.discussions')}, ${space.name}`}
        lede={space.purpose || undefined}
      >
        {canOpen && (
          <div className="page-acts">
            <LinkButton to={paths.newTopic(space.slug)} variant="primary" wide="phone">
              {t('topics.new')}
            </LinkButton>
          </div>
        )}
      </PageHead>
      <WorkshopAbout space={space} />
      {topics.isPending && <Skeleton lines={6} />}
      {!topics.isFetchNextPageError && <ErrorNotice error={topics.error} onRetry={() => void topics.refetch()} />}
      {topics.data && items.length === 0 && (
        <EmptyState title={t('topics.none')}>{t(canOpen ? 'topics.noneHelp' : 'topics.noneReader')}</EmptyState>
      )}
      <div className="stack">
        {items.length > 0 && <TopicList topics={items} />}
        <More query={topics} />
      </div>
    </div>
  )
}
