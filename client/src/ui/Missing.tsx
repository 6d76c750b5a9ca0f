import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from './Button.tsx'
import { PageHead } from './PageHead.tsx'

/** No such thing here, or not for this reader: the two are not told apart. */
export function Missing() {
  const t = useT()
  return (
    <>
      <PageHead title={t('app.notFound')} lede={t('app.notFoundHelp')} />
      <div className="row">
        <LinkButton to={paths.home} variant="primary">
          {t('app.toHome')}
        </LinkButton>
        <LinkButton to={paths.search()}>{t('app.search')}</LinkButton>
      </div>
    </>
  )
}
