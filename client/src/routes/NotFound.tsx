import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** No such address. */
export function NotFound() {
  const t = useT()
  return (
    <div className="page page-narrow">
      <PageHead title={t('app.notFound')} lede={t('app.notFoundHelp')} />
      <div className="row">
        <LinkButton to={paths.home} variant="primary">
          {t('app.toHome')}
        </LinkButton>
        <LinkButton to={paths.search()}>{t('app.search')}</LinkButton>
      </div>
    </div>
  )
}
