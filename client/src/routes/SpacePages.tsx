import { usePages } from '../features/wiki/api.ts'
import { PageList } from '../features/wiki/PageList.tsx'
import { useSpace } from '../features/spaces/space-context.ts'
import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Every page of a space. */
export function SpacePages() {
  const t = useT()
  const space = useSpace()
  const pages = usePages(space.id)
  const create = space.can.write && (
    <LinkButton to={paths.newPage(space.slug)} variant="primary" wide="phone">
      {t('pages.new')}
    </LinkButton>
  )
  return (
    <div className="page-inner">
      <PageHead title={t('pages.title')} tabTitle={`${t('pages.tab')}, ${space.name}`}>
        {create && pages.data && pages.data.length > 0 && <div className="page-acts">{create}</div>}
      </PageHead>
      <Loaded query={pages}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('pages.none')} action={create || undefined}>
              {t(space.can.write ? 'pages.noneHelp' : 'pages.noneReader')}
            </EmptyState>
          ) : (
            <PageList pages={all} />
          )
        }
      </Loaded>
    </div>
  )
}
