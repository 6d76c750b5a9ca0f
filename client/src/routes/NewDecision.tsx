import { useNavigate } from 'react-router'
import { useSpace } from '../features/spaces/space-context.ts'
import type { Vote } from '../features/votes/api.ts'
import { DecisionForm } from '../features/votes/DecisionForm.tsx'
import { paths } from '../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'
import { useSay } from '../features/votes/texts/say.ts'

/** Puts a question to the vote of a space. */
export function NewDecision() {
  const t = useSay()
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
