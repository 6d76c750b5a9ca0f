import { paths } from '../../lib/paths.ts'
import { Link } from '../../ui/Link.tsx'
import { useSay } from './texts/say.ts'

/** The way to the public form, for who has no account. */
export function ApplyLink() {
  const t = useSay()
  return (
    <p>
      <Link to={paths.apply}>{t('link.apply')}</Link>
    </p>
  )
}
