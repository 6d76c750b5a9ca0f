import { useUntouched } from '../features/wiki/tree/api.ts'
import { LineList } from '../features/wiki/tree/LineList.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { paths } from '../lib/paths.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { More } from '../ui/More.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/wiki/tree/texts/say.ts'

/** The pages of a space that nobody has changed for a year. */
export function SpaceUntouched() {
  const t = useSay()
  const space = useSpace()
  const untouched = useUntouched(space.id)
  return (
    <div className="page-inner">
      <PageHead
        title={t('untouched.title')}
        tabTitle={`${t('tree.toUntouched')}, ${space.name}`}
        lede={t('untouched.lede')}
        above={<Link to={paths.spacePages(space.slug)}>{t('tree.toPages')}</Link>}
      />
      <Loaded query={untouched}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.items)
          if (lines.length === 0) return <EmptyState title={t('untouched.none')}>{t('untouched.noneHelp')}</EmptyState>
          return (
            <div className="stack">
              <LineList lines={lines} label={t('untouched.title')} />
              <More query={untouched} />
            </div>
          )
        }}
      </Loaded>
    </div>
  )
}
