import { useI18n } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { Badge } from '../../ui/Badge.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Participation, Rule } from './About.tsx'
import type { Vote } from './api.ts'
import { sayUntil } from './candidacy-texts.ts'
import { NextForDecision } from './NextStep.tsx'
import { VoteBadge } from './VoteBadge.tsx'
import { Vetoes } from './Vetoes.tsx'
import styles from './Vote.module.css'
import { Voting } from './Voting.tsx'
import { useSay } from './texts/say.ts'

/** One decision: the question, one's voice, what follows. */
export function DecisionView({ vote }: { vote: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const isOpen = vote.status === 'open'
  return (
    <>
      <PageHead above={t('decision.kind')} title={bindPunctuation(vote.question)} tabTitle={vote.question}>
        <p className="row">
          <VoteBadge vote={vote} />
          {isOpen && <Badge bare>{sayUntil(vote.closesAt, now, locale, t)}</Badge>}
        </p>
      </PageHead>
      <div className="with-aside">
        <div className="stack-loose">
          <Vetoes vote={vote} />
          <Voting vote={vote} />
        </div>
        <aside className={styles['aside']}>
          <Participation vote={vote} />
          <NextForDecision vote={vote} />
          <Rule vote={vote} />
        </aside>
      </div>
    </>
  )
}
