import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { keys } from '../../lib/keys.ts'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Participation, Rule } from './About.tsx'
import { type Candidacy, useVote } from './api.ts'
import { candidacySteps, candidacyTitle } from './candidacy-texts.ts'
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

/** One candidacy: who asks, where it stands, one's voice, what follows. */
export function CandidacyView({ candidacy }: { candidacy: Candidacy }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const query = useVote(candidacy.voteId)
  const vote = query.data
  useFollowVote(candidacy.id, vote?.status)
  const sponsor = candidacy.sponsor ? t('candidacy.by', { name: candidacy.sponsor.name }) : t('candidacy.noSponsor')
  return (
    <>
      <PageHead
        above={`${t('candidacy.kind')} · ${sponsor}`}
        title={candidacyTitle(candidacy, t)}
        tabTitle={t('candidacy.tab', { name: candidacy.name })}
      />
      <Steps steps={candidacySteps(candidacy, vote, now, locale, t)} />
      <div className="with-aside">
        <div className="stack-loose">
          {vote && <Vetoes vote={vote} />}
          <Motivation candidacy={candidacy} isShort={vote?.status === 'open'} />
          {candidacy.can.open && <OpenCandidacy candidacy={candidacy} />}
          {query.isLoading && <Skeleton />}
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          {vote && <Voting vote={vote} />}
        </div>
        <aside className={styles['aside']}>
          {vote && <Participation vote={vote} />}
          <NextForCandidacy status={candidacy.status} />
          {vote && <Rule vote={vote} />}
        </aside>
      </div>
    </>
  )
}
