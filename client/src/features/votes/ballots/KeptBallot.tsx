import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import type { Vote } from '../api.ts'
import styles from '../Vote.module.css'
import { useSay } from '../texts/say.ts'

interface KeptBallotProps {
  vote: Vote
  /** What is on the screen is not what is kept. */
  isChanged: boolean
  /** What is on the screen is kept on this device. */
  isKept: boolean
  isPending: boolean
  /** The hash of the ballot's event in the log, where there is one. */
  receipt: string | null
}

/** Says that a ballot is kept, since when, and where it is found again. */
export function KeptBallot({ vote, isChanged, isKept, isPending, receipt }: KeptBallotProps) {
  const t = useSay()
  const mine = vote.myBallot
  const kept = mine?.choice === 'blank' || mine?.choice === 'abstain' ? mine.choice : 'cast'
  return (
    <output>
      {!isPending && isChanged && (
        <Notice tone="live" title={t(mine ? 'ballot.unsaved' : 'jury.unsaved')}>
          {isKept && <p>{t('jury.keptHere')}</p>}
        </Notice>
      )}
      {mine && !isPending && !isChanged && (
        <Notice
          tone="done"
          title={
            <>
              {t(`ballot.keptAs.${kept}`)}, <TimeAgo at={mine.at} />.
            </>
          }
        >
          {receipt && (
            <>
              <p className="small">
                {t('ballot.receipt')} <span className={styles['receipt']}>{receipt}</span>
              </p>
              <p className="small">
                {t('ballot.receiptHelp')} <Link to={paths.voteLog(vote.id, receipt)}>{t('ballot.findReceipt')}</Link>
              </p>
            </>
          )}
        </Notice>
      )}
    </output>
  )
}
