import { useEffect, useRef } from 'react'
import { focusTitle } from '../../ui/focus-title.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Vote } from './api.ts'
import { Ballot } from './Ballot.tsx'
import { OptionsBallot } from './ballots/OptionsBallot.tsx'
import type { AskedBeforeSending, FileOf } from './ballots/use-ballot.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { sayValue } from './results/say-value.ts'
import { Result } from './Result.tsx'
import { CheckReceipt } from './secret/CheckReceipt.tsx'
import { ReceiptsBox } from './secret/ReceiptsBox.tsx'
import { SecretNotice } from './secret/SecretNotice.tsx'
import { VetoSection } from './VetoSection.tsx'
import { useSay } from './texts/say.ts'

/** What one voted, below the result; of a secret ballot nothing but that it was cast is known. */
function Mine({ vote }: { vote: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  if (vote.secret) return vote.hasVoted ? <p className="muted">{t('ballot.castSecretly')}</p> : null
  if (!vote.myBallot) return null
  const { choice, value } = vote.myBallot
  const said = value ? sayValue(value, vote, t, locale) : t(`choice.word.${choice}`)
  return <p className="muted">{t('ballot.yours', { choice: said })}</p>
}

interface VotingProps {
  vote: Vote
  /** What there is to read about each option, where there is. */
  files?: FileOf | undefined
  before?: AskedBeforeSending | undefined
}

/** The ballot of a vote's method. */
function AnyBallot({ vote, ...more }: VotingProps) {
  return vote.method === 'threshold' ? <Ballot vote={vote} /> : <OptionsBallot vote={vote} {...more} />
}

/** One's part in a vote: the ballot and the veto while it is open, the result and what one voted once it has closed. */
export function Voting({ vote, ...more }: VotingProps) {
  const t = useSay()
  const isCast = vote.secret && vote.hasVoted
  const wasCast = useRef(isCast)
  // A secret ballot goes with what it was cast by: one reads from the top that it is there, and what the receipt is for.
  useEffect(() => {
    if (isCast && !wasCast.current) focusTitle()
    wasCast.current = isCast
  }, [isCast])
  if (vote.status === 'cancelled' || vote.status === 'scheduled') return null
  if (vote.status === 'closed')
    return (
      <>
        <Result vote={vote} />
        <Mine vote={vote} />
        {vote.secret && vote.can.readResult && <CheckReceipt vote={vote} />}
      </>
    )
  if (isCast) return <ReceiptsBox vote={vote} />
  if (!vote.can.vote) return <Notice>{t('ballot.notOnRoll')}</Notice>
  const hasLapsed = vote.myBallot?.lapsed === true
  if (vote.can.liftVeto) return <p className="muted">{t('veto.instead')}</p>
  return (
    <>
      {hasLapsed && (
        <Notice title={t('veto.lapsed')}>
          {t(vote.method === 'threshold' ? 'veto.lapsedHelp.yesNo' : 'veto.lapsedHelp.options')}
        </Notice>
      )}
      {vote.myBallot?.proposed && <Notice title={t('ballot.proposed')}>{t('ballot.proposedHelp')}</Notice>}
      {vote.secret && <SecretNotice />}
      <AnyBallot vote={hasLapsed ? { ...vote, myBallot: null } : vote} {...more} />
      {vote.can.veto && <VetoSection vote={vote} />}
    </>
  )
}
