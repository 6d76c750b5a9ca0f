import { useParams } from 'react-router'
import { useTopic } from '../features/forum/api.ts'
import { TopicMenu } from '../features/forum/TopicMenu.tsx'
import { TopicView } from '../features/forum/TopicView.tsx'
import { useT } from '../i18n/i18n.tsx'
import { bindPunctuation } from '../i18n/typeset.ts'
import { paths } from '../lib/paths.ts'
import { useInPlace } from '../lib/place.ts'
import { useSession } from '../lib/session.ts'
import { Badge } from '../ui/Badge.tsx'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'

/** One conversation. */
export function Topic() {
  const t = useT()
  const { id = '' } = useParams()
  const { data: me } = useSession()
  const query = useTopic(id)
  const { data } = query
  useInPlace(data && { slug: data.spaceSlug, name: data.spaceName })
  return (
    <div className="page">
      <div className="page-inner">
        <Loaded query={query}>
          {(topic) => (
            <>
              <PageHead
                above={<Link to={paths.space(topic.spaceSlug)}>{topic.spaceName}</Link>}
                title={bindPunctuation(topic.title)}
                tabTitle={topic.title}
              >
                <div className="row muted">
                  <span>
                    {topic.author && `${t('topic.postedBy', { name: topic.author.name })} `}
                    <TimeAgo at={topic.createdAt} />
                    {topic.postCount > 1 && ` · ${t('topics.replies', { count: topic.postCount - 1 })}`}
                  </span>
                  {topic.closedAt && <Badge>{t('topics.closed')}</Badge>}
                  <TopicMenu topic={topic} />
                </div>
              </PageHead>
              <TopicView key={topic.id} topic={topic} me={me ?? null} />
            </>
          )}
        </Loaded>
      </div>
    </div>
  )
}
