import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Vote } from './api.ts'
import { LiftDialog } from './LiftDialog.tsx'
import styles from './Vote.module.css'
import { useSay } from './texts/say.ts'

/** The vetoes that stand, with their reasons, and what they mean. Shows nothing without one. */
export function Vetoes({ vote }: { vote: Vote }) {
  const t = useSay()
  const [isLifting, setLifting] = useState(false)
  if (vote.vetoes.length === 0) return null
  const kind = vote.kind === 'award' ? 'decision' : vote.kind
  return (
    <>
      <Notice
        tone="veto"
        title={
          vote.status === 'closed'
            ? t(`outcome.${vote.method === 'threshold' ? kind : 'options'}.vetoed`)
            : `${t(`veto.standing.${kind}`, { count: vote.vetoes.length })}.`
        }
      >
        <ul className={styles['vetoes']} aria-label={t('veto.list')}>
          {vote.vetoes.map((veto) => (
            <li key={veto.id} className={styles['veto']}>
              <p className="small">
                <span className="strong">
                  {veto.mine ? t('veto.mine') : (veto.person?.name ?? t('veto.bySomeone'))}
                </span>
                , <TimeAgo at={veto.at} />
              </p>
              {veto.reason === null ? (
                <p className="small muted">{t('veto.withheld')}</p>
              ) : (
                <p className={styles['reason']}>{veto.reason}</p>
              )}
              {veto.mine && vote.can.liftVeto && (
                <p>
                  <Button size="small" onPress={() => setLifting(true)}>
                    {t('veto.lift')}
                  </Button>
                </p>
              )}
            </li>
          ))}
        </ul>
      </Notice>
      <LiftDialog vote={vote} isOpen={isLifting} onClose={() => setLifting(false)} />
    </>
  )
}
