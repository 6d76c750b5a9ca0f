import { paths } from '../../lib/paths.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useSay } from './texts/say.ts'

/** A link of a mail that serves no more, and the way on. */
export function SpentLink({ help }: { help: string }) {
  const t = useSay()
  return (
    <div className="page page-narrow">
      <PageHead title={t('link.spent')} lede={help} />
      <LinkButton to={paths.apply}>{t('link.apply')}</LinkButton>
    </div>
  )
}
