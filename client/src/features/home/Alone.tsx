import { useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'

/** The home of whoever has just set a committee up: one next step, until somebody else is in it. */
export function Alone({ firstName }: { firstName: string }) {
  const t = useT()
  return (
    <PageHead title={t('home.alone', { name: firstName })} tabTitle={t('app.home')} lede={t('home.aloneHelp')}>
      <div className="page-acts">
        <LinkButton to={paths.adminInvitations} variant="primary" wide="phone">
          {t('home.invite')}
        </LinkButton>
      </div>
      <p className="small muted">{t('home.aloneNext')}</p>
    </PageHead>
  )
}
