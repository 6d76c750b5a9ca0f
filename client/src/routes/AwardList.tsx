import { useEditions } from '../features/award/office/api.ts'
import { EditionList } from '../features/award/office/EditionList.tsx'
import { sortEditions } from '../features/award/office/phases.ts'
import { useSay } from '../features/award/office/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** The award: the edition that is on its way first, those that are over below. */
export function AwardList() {
  const t = useSay()
  const editions = useEditions()
  return (
    <div className="page page-medium">
      <Loaded query={editions}>
        {({ items, can }) => {
          const { current, past } = sortEditions(items)
          const create = can.create && (
            <LinkButton
              to={paths.award('nouvelle')}
              wide="phone"
              variant={items.length === 0 ? 'primary' : 'secondary'}
            >
              {t('edition.create')}
            </LinkButton>
          )
          return (
            <>
              <PageHead title={t('awards.title')} tabTitle={t('awards.tab')} lede={t('awards.lede')}>
                {create && items.length > 0 && <div className="page-acts">{create}</div>}
              </PageHead>
              {items.length === 0 && (
                <EmptyState title={t('awards.none')} action={create}>
                  {t(can.create ? 'awards.noneOffice' : 'awards.noneHelp')}
                </EmptyState>
              )}
              <div className="stack-loose">
                <EditionList id="current" title={t('awards.current')} editions={current} />
                <EditionList id="past" title={t('awards.past')} editions={past} />
              </div>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
