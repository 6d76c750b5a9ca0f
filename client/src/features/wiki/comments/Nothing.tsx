import { useT } from '../../../i18n/i18n.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Comments } from './use-comments.ts'

/** What there is to say where no comment is shown. */
export function Nothing({ comments: { filter, page, isFailed } }: { comments: Comments }) {
  const t = useT()
  if (isFailed) return <Notice tone="veto">{t('comments.failed')}</Notice>
  const none = filter === 'open' && page.can.comment ? 'comments.noneYet' : (`comments.none.${filter}` as const)
  return <p className="small muted">{t(none)}</p>
}
