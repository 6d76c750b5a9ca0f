import type { PageItem } from '@cenacle/contract/page'
import type { SpaceAnswer } from '@cenacle/contract/space'
import { lazy, Suspense } from 'react'
import { usePages } from '../features/wiki/api.ts'
import { ExportButton } from '../features/wiki/export/ExportButton.tsx'
import { PageList } from '../features/wiki/PageList.tsx'
import styles from '../features/wiki/tree/MyPages.module.css'
import { MyPages } from '../features/wiki/tree/MyPages.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/wiki/tree/texts/say.ts'
import { useUnfolded } from '../features/wiki/tree/use-unfolded.ts'

const loadTree = () => import('../features/wiki/tree/PagesTree.tsx')
const PagesTree = lazy(async () => ({ default: (await loadTree()).PagesTree }))
// Fetched while the pages are: what fails here is tried again, and said, where the tree is shown.
loadTree().catch(() => undefined)

/** Every page of a space, to open and to arrange; what one marked and read beside them. */
export function SpacePages() {
  const t = useSay()
  const space = useSpace()
  const { data: me } = useSession()
  const pages = usePages(space.id)
  const create = space.can.write && (
    <LinkButton to={paths.newPage(space.slug)} variant="primary" wide="phone">
      {t('pages.new')}
    </LinkButton>
  )
  return (
    <div className="with-aside">
      <div>
        <PageHead title={t('pages.title')} tabTitle={`${t('pages.tab')}, ${space.name}`}>
          {pages.data && pages.data.length > 0 && (
            <div className="page-acts">
              {create}
              <ExportButton spaceId={space.id} />
            </div>
          )}
        </PageHead>
        <Loaded query={pages}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState title={t('pages.none')} action={create || undefined}>
                {t(space.can.write ? 'pages.noneHelp' : 'pages.noneReader')}
              </EmptyState>
            ) : (
              <AllPages key={space.id} pages={all} space={space} />
            )
          }
        </Loaded>
      </div>
      {me && (
        <aside className={styles['aside']}>
          <MyPages which="favourites" slug={space.slug} />
          <MyPages which="seen" slug={space.slug} />
          <nav aria-label={t('tree.places')} className={styles['places']}>
            {space.can.write && <Link to={paths.importPages(space.slug)}>{t('pages.import')}</Link>}
            {space.can.write && <Link to={paths.spaceTrash(space.slug)}>{t('tree.toTrash')}</Link>}
            <Link to={paths.spaceUntouched(space.slug)}>{t('tree.toUntouched')}</Link>
          </nav>
        </aside>
      )}
    </div>
  )
}

/** The tree, and until it is loaded the same pages as links, folded as it will be: nothing goes away under a finger. */
function AllPages({ pages, space }: { pages: readonly PageItem[]; space: SpaceAnswer }) {
  const unfolded = useUnfolded(pages, space.id)
  return (
    <Suspense fallback={<PageList pages={pages} expanded={unfolded.expanded} />}>
      <PagesTree pages={pages} space={space} unfolded={unfolded} />
    </Suspense>
  )
}
