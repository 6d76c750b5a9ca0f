import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { keys } from '../../lib/keys.ts'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Participation, Rule } from './About.tsx'
import { type Candidacy, useVote } from './api.ts'
import { candidacySteps, candidacyTitle } from './candidacy-texts.ts'
import { Extensions } from './managing/History.tsx'
import { CalendarLink, Exports } from './managing/Links.tsx'
import { VoteMenu } from './managing/VoteMenu.tsx'
import { Motivation } from './Motivation.tsx'
import { NextForCandidacy } from './NextStep.tsx'
import { OpenCandidacy } from './OpenCandidacy.tsx'
import { Steps } from './Steps.tsx'
import { Vetoes } from './Vetoes.tsx'
import styles from './Vote.module.css'
import { Voting } from './Voting.tsx'
import { useSay } from './texts/say.ts'

/** A candidacy follows from its vote: when that closes, it is asked again. */
const useFollowVote = (candidacyId: string, status: string | undefined): void => {
  const queries = useQueryClient()
  useEffect(() => {
    if (status === 'closed') void queries.invalidateQueries({ queryKey: keys.candidacy(candidacyId) })
  }, [queries, candidacyId, status])
}

/** What another feature shows of a candidacy: where it stands besides the vote, its file, what can be done with it. */
interface Parts {
  standing: ReactNode
  file: ReactNode
  acts: ReactNode
}

/** One candidacy: who asks, where it stands, one's voice, what follows. */
export function CandidacyView({ candidacy, parts }: { candidacy: Candidacy; parts: Parts }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const query = useVote(candidacy.voteId)
  const vote = query.data
  useFollowVote(candidacy.id, vote?.status)
  // While one votes, the ballot is not far below.
  const isOpen = vote?.status === 'open'
  const sponsor = candidacy.sponsor ? t('candidacy.by', { name: candidacy.sponsor.name }) : t('candidacy.noSponsor')
  return (
    <>
      <PageHead
        above={`${t('candidacy.kind')} · ${sponsor}`}
        title={candidacyTitle(candidacy, t)}
        tabTitle={t('candidacy.tab', { name: candidacy.name })}
      >
        {vote && <VoteMenu vote={vote} />}
      </PageHead>
      <Steps steps={candidacySteps(candidacy, vote, now, locale, t)} />
      <div className="with-aside">
        <div className="stack-loose">
          {parts.standing}
          {vote && <Vetoes vote={vote} />}
          <Motivation candidacy={candidacy} isShort={isOpen} />
          {!isOpen && parts.file}
          {candidacy.opening && <OpenCandidacy candidacy={candidacy} opening={candidacy.opening} />}
          {query.isLoading && <Skeleton />}
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          {vote && <Voting vote={vote} />}
          {isOpen && parts.file}
          {parts.acts}
        </div>
        <aside className={styles['aside']}>
          {vote && <Participation vote={vote} />}
          <NextForCandidacy candidacy={candidacy} />
          {vote && (
            <>
              <Rule vote={vote} />
              <Extensions vote={vote} />
              <Exports vote={vote} />
              <CalendarLink vote={vote} />
            </>
          )}
        </aside>
      </div>
    </>
  )
}
