import { useNavigate } from 'react-router'
import { useSpace } from '../features/spaces/space-context.ts'
import type { Vote } from '../features/votes/api.ts'
import { DecisionForm } from '../features/votes/DecisionForm.tsx'
import { useT } from '../i18n/i18n.tsx'
import { paths } from '../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

/** Puts a question to the vote of a space. */
export function NewDecision() {
  const t = useT()
  const space = useSpace()
  const navigate = useNavigate()
  const done = (vote: Vote): void => {
    toast(t('decision.opened'))
    void navigate(paths.vote(vote.id), { replace: true })
  }
  return (
    <div className="page-inner">
      <PageHead title={t('decision.new')} lede={t('decision.newLede')} />
      <DecisionForm spaceId={space.id} onDone={done} />
    </div>
  )
}
