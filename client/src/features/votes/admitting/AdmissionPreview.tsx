import { sayRule, sayShare } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import { type AdmissionDraft, shareOf, wholeOf } from './admission-draft.ts'
import styles from './Admitting.module.css'
import { useSayAdmitting } from './texts/say.ts'

/** The rule as it would hold, in words; said again when it changes. */
export function AdmissionPreview({ draft }: { draft: AdmissionDraft }) {
  const t = useSayAdmitting()
  const sayVotes = useSay()
  const { comparator, base, days, minDays } = draft
  const [threshold, quorum] = [shareOf(draft.threshold), shareOf(draft.quorum)]
  return (
    <section className={styles['preview']} aria-labelledby="admission-rule">
      <h3 id="admission-rule" className="caption">
        {t('admit.preview')}
      </h3>
      <div aria-live="polite">
        <p className={styles['rule']}>{t('admit.if', { rule: sayRule({ threshold, comparator, base }, sayVotes) })}</p>
        <p className="small">
          {quorum.numerator > 0
            ? t('admit.ifQuorum', { share: sayShare(quorum, '>=', sayVotes) })
            : t('admit.ifNoQuorum')}{' '}
          {t('admit.ifDays', { count: wholeOf(days), least: wholeOf(minDays) })}
          {draft.sponsorRequired && ` ${t('admit.ifSponsor')}`}
        </p>
      </div>
    </section>
  )
}
