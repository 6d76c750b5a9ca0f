import { useRef } from 'react'
import { useMe } from '../../../lib/session.ts'
import { useFocusAfter } from '../../../lib/use-focus-after.ts'
import { type Edition, useDuty } from './api.ts'
import { JurorNow } from './JurorNow.tsx'
import { OfficeNow } from './OfficeNow.tsx'
import styles from './Office.module.css'
import { owedBy } from './owed.ts'
import { useSay } from './texts/say.ts'

/** What the viewer has to do now: their ballots first, then what running the award asks for. */
export function Now({ edition }: { edition: Edition }) {
  const t = useSay()
  const me = useMe()
  const heading = useRef<HTMLHeadingElement>(null)
  const isJury = edition.phase === 'jury'
  const duty = useDuty(edition.id, isJury)
  const judges = owedBy(me.id, duty.data).judges.length > 0
  const runs = edition.can.run && !isJury && edition.phase !== 'archived'
  const isKnown = !isJury || duty.isFetched
  // What was pressed goes with the phase: one reads what there is to do now.
  const advanced = useFocusAfter(() => heading.current?.focus(), edition.phase)
  return (
    <section className={styles['now']} aria-labelledby="now">
      <h2 ref={heading} id="now" className="caption" tabIndex={-1}>
        {t('now.title')}
      </h2>
      {judges && <JurorNow edition={edition} />}
      {runs && <OfficeNow edition={edition} onAdvanced={advanced} />}
      {!judges && !runs && isKnown && <p>{t(`now.nothing.${edition.phase}`)}</p>}
    </section>
  )
}
