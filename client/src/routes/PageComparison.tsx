import { useParams } from 'react-router'
import { usePage } from '../features/wiki/api.ts'
import { useComparison } from '../features/wiki/revisions/api.ts'
import { ComparisonView } from '../features/wiki/revisions/ComparisonView.tsx'
import { useSay } from '../features/wiki/revisions/texts/say.ts'
import { bindPunctuation } from '../i18n/typeset.ts'
import { paths } from '../lib/paths.ts'
import { useInPlace } from '../lib/place.ts'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** What a proposed revision would change of its page. */
export function PageComparison() {
  const t = useSay()
  const { id = '' } = useParams()
  const query = usePage(id)
  const comparison = useComparison(id)
  useInPlace(query.data && { slug: query.data.spaceSlug, name: query.data.spaceName })
  return (
    <div className="page page-medium">
      <Loaded query={query}>
        {(page) => (
          <>
            <PageHead
              above={<Link to={paths.page(id)}>{bindPunctuation(page.title)}</Link>}
              title={t('revision.title')}
              tabTitle={t('revision.tab', { title: page.title })}
            />
            <Loaded query={comparison}>{(answer) => <ComparisonView comparison={answer} />}</Loaded>
          </>
        )}
      </Loaded>
    </div>
  )
}
