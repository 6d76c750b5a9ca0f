import { useI18n } from '../../i18n/i18n.tsx'
import { sayDate } from '../../i18n/time.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { Candidacy } from './api.ts'
import styles from './Candidacies.module.css'
import { useSay } from './texts/say.ts'

/** What a status alone does not say: the place in the list, the offer, the reason of an end. */
export function Standing({ candidacy: { rank, offerUntil, endReason } }: { candidacy: Candidacy }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  return (
    <>
      {rank !== null && <Notice title={t('rank.waiting', { rank })} />}
      {offerUntil && (
        <Notice tone="live" title={t('rank.offered', { date: sayDate(new Date(offerUntil), now, locale, 'long') })} />
      )}
      {endReason && (
        <section className={styles['section']} aria-labelledby="end-reason">
          <h2 id="end-reason" className="caption">
            {t('end.reason')}
          </h2>
          <p className={styles['reply']}>{endReason}</p>
        </section>
      )}
    </>
  )
}
