import { Block } from './About.tsx'
import type { Candidacy, Vote } from './api.ts'
import { useSay } from './texts/say.ts'

/** What follows from where a candidacy stands. */
export function NextForCandidacy({ status }: { status: Candidacy['status'] }) {
  const t = useSay()
  return (
    <Block title={t('next.title')}>
      <p className="small">{t(`next.candidacy.${status}`)}</p>
    </Block>
  )
}

/** What follows from where a decision stands. */
export function NextForDecision({ vote }: { vote: Vote }) {
  const t = useSay()
  return (
    <Block title={t('next.title')}>
      <p className="small">{t(`next.decision.${vote.outcome ?? 'open'}`)}</p>
    </Block>
  )
}
