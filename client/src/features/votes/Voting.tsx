import { Notice } from '../../ui/Notice.tsx'
import type { Vote } from './api.ts'
import { Ballot } from './Ballot.tsx'
import { Result } from './Result.tsx'
import { VetoSection } from './VetoSection.tsx'
import { useSay } from './texts/say.ts'

/** One's part in a vote: the ballot and the veto while it is open, the result and what one voted once it has closed. */
export function Voting({ vote }: { vote: Vote }) {
  const t = useSay()
  const choice = vote.myBallot?.choice
  if (vote.status === 'closed')
    return (
      <>
        <Result vote={vote} />
        {choice && <p className="muted">{t('ballot.yours', { choice: t(`choice.word.${choice}`) })}</p>}
      </>
    )
  if (!vote.can.vote) return <Notice>{t('ballot.notOnRoll')}</Notice>
  if (choice === 'veto') return <p className="muted">{t('veto.instead')}</p>
  return (
    <>
      <Ballot vote={vote} />
      {vote.can.veto && <VetoSection vote={vote} />}
    </>
  )
}
