import { useParams } from 'react-router'
import { usePage } from '../features/wiki/api.ts'
import { HistoryView } from '../features/wiki/history/HistoryView.tsx'
import { useTimeline } from '../features/wiki/history/api.ts'
import { bindPunctuation } from '../i18n/typeset.ts'
import { paths } from '../lib/paths.ts'
import { useInPlace } from '../lib/place.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/wiki/history/texts/say.ts'

/** What a page was, moment by moment; what changed, who wrote it; and the way back. */
export function PageHistory() {
  const t = useSay()
  const { id = '' } = useParams()
  const query = usePage(id)
  const timeline = useTimeline(id)
  useInPlace(query.data && { slug: query.data.spaceSlug, name: query.data.spaceName })
  return (
    <div className="page">
      <Loaded query={query}>
        {(page) => (
          <>
            <PageHead
              above={<Link to={paths.page(id)}>{bindPunctuation(page.title)}</Link>}
              title={t('history.title')}
              tabTitle={t('history.tab', { title: page.title })}
              lede={t('history.lede')}
            />
            <Loaded query={timeline}>
              {(answer) =>
                answer.moments.length === 0 ? (
                  <EmptyState title={t('history.none')}>{t('history.noneHelp')}</EmptyState>
                ) : (
                  <HistoryView key={page.id} page={page} timeline={answer} />
                )
              }
            </Loaded>
          </>
        )}
      </Loaded>
    </div>
  )
}
