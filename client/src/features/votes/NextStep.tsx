import { Block } from './About.tsx'
import type { Candidacy, Vote } from './api.ts'
import { useSay } from './texts/say.ts'

/** What follows from where a candidacy stands. */
export function NextForCandidacy({ candidacy }: { candidacy: Candidacy }) {
  const t = useSay()
  const { status, college, needsSponsor } = candidacy
  const lacksCollege = status === 'waiting_parity' && college === 'undeclared'
  const key = lacksCollege
    ? 'next.candidacy.lacksCollege'
    : needsSponsor
      ? 'next.candidacy.needsSponsor'
      : (`next.candidacy.${status}` as const)
  return (
    <Block title={t('next.title')}>
      <p className="small">{t(key)}</p>
    </Block>
  )
}

/** What follows from where a decision stands. */
const nextOf = ({ kind, status, outcome, method, secret, embargoed }: Vote) => {
  if (kind === 'award') return embargoed ? 'jury.next.sealed' : outcome ? 'jury.next.published' : 'jury.next.open'
  if (status === 'cancelled' || status === 'scheduled') return `next.${status}` as const
  if (secret && outcome === null) return 'next.secret.open'
  return method === 'threshold'
    ? (`next.decision.${outcome ?? 'open'}` as const)
    : (`next.options.${outcome ?? 'open'}` as const)
}

/** The same in a block of its own. */
export function NextForDecision({ vote }: { vote: Vote }) {
  const t = useSay()
  return (
    <Block title={t('next.title')}>
      <p className="small">{t(nextOf(vote))}</p>
    </Block>
  )
}
