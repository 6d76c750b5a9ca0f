import { useTemplates } from '../features/wiki/templates/api.ts'
import { TemplateList } from '../features/wiki/templates/TemplateList.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/wiki/tree/texts/say.ts'

/** What a new page may begin with, in every space. */
export function AdminTemplates() {
  const t = useSay()
  const templates = useTemplates()
  return (
    <>
      <PageHead
        title={t('templates.title')}
        tabTitle={`${t('templates.tab')}, ${t('app.administration')}`}
        lede={t('templates.lede')}
      >
        <div className="page-acts">
          <LinkButton to={paths.adminTemplate('nouveau')} variant="primary" wide="phone">
            {t('templates.new')}
          </LinkButton>
        </div>
      </PageHead>
      <Loaded query={templates}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('templates.none')}>{t('templates.noneHelp')}</EmptyState>
          ) : (
            <TemplateList items={items} />
          )
        }
      </Loaded>
    </>
  )
}
