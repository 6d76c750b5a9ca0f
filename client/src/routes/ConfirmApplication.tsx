import { Navigate, useLocation } from 'react-router'
import { useConfirmApplication } from '../features/candidacies/api.ts'
import { APPLICATION_DRAFT } from '../features/candidacies/ApplicationForm.tsx'
import { SpentLink } from '../features/candidacies/SpentLink.tsx'
import { useSay } from '../features/candidacies/texts/say.ts'
import { drafts } from '../lib/drafts.ts'
import { paths } from '../lib/paths.ts'
import { asProblem } from '../lib/problem.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** By the secret of the mail's link, its fragment. Each is a screen of its own: another fragment loads nothing anew. */
export function ConfirmApplication() {
  const { hash } = useLocation()
  return <Confirm key={hash} secret={hash.slice(1)} />
}

/** One press files the candidacy: a mail scanner that follows the link does not. */
function Confirm({ secret }: { secret: string }) {
  const t = useSay()
  const confirm = useConfirmApplication(() => drafts.forget(...APPLICATION_DRAFT))
  if (confirm.data) return <Navigate to={paths.followed(confirm.data.token)} replace />
  const code = asProblem(confirm.error)?.code
  // One that was cut short, or left out, is no secret at all.
  if (code === 'link-used' || code === 'invalid' || !secret) return <SpentLink help={t('link.spentConfirm')} />
  return (
    <div className="page page-narrow">
      <PageHead title={t('confirm.title')} lede={t('confirm.lede')} />
      <div className="stack">
        <ErrorNotice error={confirm.error} />
        <div>
          <Button variant="primary" wide="phone" isPending={confirm.isPending} onPress={() => confirm.mutate(secret)}>
            {t('confirm.act')}
          </Button>
        </div>
      </div>
    </div>
  )
}
