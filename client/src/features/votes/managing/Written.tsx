import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import type { Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import styles from '../Vote.module.css'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import { Review } from './Review.tsx'

/** What follows from a closed vote, as somebody wrote it, and the button of those who may write it. */
export function Written({ vote }: { vote: Vote }) {
  const t = useSay()
  const [isWriting, setWriting] = useState(false)
  const { written, can } = vote
  if (!written && !can.writeOutcome) return null
  return (
    <section className={styles['section']} aria-labelledby="written">
      <h2 id="written" className="caption">
        {t('outcome.title')}
      </h2>
      {written ? (
        <>
          <Prose html={written.html} />
          <p className="small muted">
            {written.person && `${written.person.name}, `}
            <TimeAgo at={written.at} />
          </p>
          <Review vote={vote} />
        </>
      ) : (
        <p className="muted">{t('outcome.none')}</p>
      )}
      {can.writeOutcome && (
        <div>
          <Button size="small" onPress={() => setWriting(true)}>
            {t(written ? 'outcome.rewrite' : 'outcome.write')}
          </Button>
        </div>
      )}
      {isWriting && <OutcomeDialog vote={vote} onClose={() => setWriting(false)} />}
    </section>
  )
}
