import type { ReactNode } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { Badge } from '../../ui/Badge.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Participation, Rule } from './About.tsx'
import type { Vote } from './api.ts'
import { sayUntil } from './candidacy-texts.ts'
import { Cancelled, Extensions, Withdrawn } from './managing/History.tsx'
import { CalendarLink, Exports } from './managing/Links.tsx'
import { VoteMenu } from './managing/VoteMenu.tsx'
import { Written } from './managing/Written.tsx'
import { NextForDecision } from './NextStep.tsx'
import { Revised, Source } from './Source.tsx'
import { VoteBadge } from './VoteBadge.tsx'
import { Vetoes } from './Vetoes.tsx'
import styles from './Vote.module.css'
import { Voting } from './Voting.tsx'
import { useSay } from './texts/say.ts'

interface DecisionViewProps {
  vote: Vote
  /** What a proposed revision would change, as pages show it. */
  comparison?: ReactNode
}

/** What is put to the vote, where the question alone does not say it. */
function Matter({ vote, comparison }: DecisionViewProps) {
  const t = useSay()
  if (!vote.html && !vote.source && !vote.revises) return null
  return (
    <section className={styles['section']} aria-label={t('decision.matter')}>
      {vote.revises ? <Revised vote={vote} /> : <Source source={vote.source} />}
      {vote.html && <Prose html={vote.html} />}
      {comparison}
    </section>
  )
}

/** One decision: the question, one's voice, what follows. */
export function DecisionView({ vote, comparison }: DecisionViewProps) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const isOpen = vote.status === 'open'
  return (
    <>
      <PageHead above={t('decision.kind')} title={bindPunctuation(vote.question)} tabTitle={vote.question}>
        <div className="row">
          <VoteBadge vote={vote} />
          {isOpen && <Badge bare>{sayUntil(vote.closesAt, now, locale, t)}</Badge>}
          {vote.secret && <Badge>{t('decision.secret')}</Badge>}
          <VoteMenu vote={vote} />
        </div>
      </PageHead>
      <div className="with-aside">
        <div className="stack-loose">
          <Cancelled vote={vote} />
          <Withdrawn vote={vote} />
          <Vetoes vote={vote} />
          <Matter vote={vote} comparison={comparison} />
          <Voting vote={vote} />
          <Written vote={vote} />
        </div>
        <aside className={styles['aside']}>
          <Participation vote={vote} />
          <NextForDecision vote={vote} />
          <Rule vote={vote} />
          <Extensions vote={vote} />
          <Exports vote={vote} />
          <CalendarLink vote={vote} />
        </aside>
      </div>
    </>
  )
}
