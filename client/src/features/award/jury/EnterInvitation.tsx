import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useSay } from './texts/say.ts'

/** Tells a member that an entry can be filed, and where everybody else files theirs. */
export function EnterInvitation({ editionId }: { editionId: string }) {
  const t = useSay()
  return (
    <Notice title={t('enter.title')}>
      <p>
        {t('enter.help')} <Link to={paths.call(editionId)}>{t('calls.read')}</Link>
      </p>
      <LinkButton to={paths.newEntry(editionId)} size="small">
        {t('calls.act')}
      </LinkButton>
    </Notice>
  )
}
