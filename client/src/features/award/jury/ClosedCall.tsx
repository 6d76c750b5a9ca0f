import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { useSay } from './texts/say.ts'

/** A call that is over: what becomes of entries that came in time, and the way on. @param lede another reason for being too late */
export function ClosedCall({ lede }: { lede?: string }) {
  const t = useSay()
  return (
    <div className="page page-narrow">
      <PageHead title={t('closed.title')} lede={lede ?? t('closed.lede')} />
      <LinkButton to={paths.calls}>{t('closed.calls')}</LinkButton>
    </div>
  )
}
