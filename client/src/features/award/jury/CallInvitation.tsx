import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useCalls } from './api.ts'
import { editionName } from './edition-name.ts'
import { useSay } from './texts/say.ts'

/** Tells a visitor of the calls that are open. Shows nothing while there is none, or while that is not known. */
export function CallInvitation() {
  const t = useSay()
  const { locale } = useI18n()
  const open = useCalls().data?.items ?? []
  const [first] = open
  if (!first) return null
  const name = new Intl.ListFormat(locale, { type: 'conjunction' }).format(open.map(editionName))
  return (
    <Notice title={t('calls.invite', { count: open.length, name })}>
      <p>
        {t('calls.lede')} <Link to={open.length === 1 ? paths.call(first.id) : paths.calls}>{t('calls.read')}</Link>
      </p>
    </Notice>
  )
}
