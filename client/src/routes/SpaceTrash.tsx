import { useTrash } from '../features/wiki/tree/api.ts'
import { TrashList } from '../features/wiki/tree/TrashList.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { paths } from '../lib/paths.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { More } from '../ui/More.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/wiki/tree/texts/say.ts'

/** The trash of a space. */
export function SpaceTrash() {
  const t = useSay()
  const space = useSpace()
  const trash = useTrash(space.id)
  return (
    <div className="page-inner">
      <PageHead
        title={t('trash.title')}
        tabTitle={`${t('tree.toTrash')}, ${space.name}`}
        lede={t('trash.lede')}
        above={<Link to={paths.spacePages(space.slug)}>{t('tree.toPages')}</Link>}
      />
      <Loaded query={trash}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <EmptyState title={t('trash.none')}>{t('trash.noneHelp')}</EmptyState>
          return (
            <div className="stack">
              <TrashList items={items} spaceId={space.id} />
              <More query={trash} />
            </div>
          )
        }}
      </Loaded>
    </div>
  )
}
