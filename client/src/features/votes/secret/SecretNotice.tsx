import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useSaySecret } from './texts/say.ts'

/** What a voter must know before casting a secret ballot: that it is cast once, and that unanimity betrays everybody. */
export function SecretNotice() {
  const t = useSaySecret()
  return (
    <Notice title={t('secret.title')}>
      <p>{t('secret.who')}</p>
      <p>{t('secret.once')}</p>
      <p>{t('secret.unanimity')}</p>
      <p className="small">
        <Link to={paths.secrecy}>{t('secret.more')}</Link>
      </p>
    </Notice>
  )
}
