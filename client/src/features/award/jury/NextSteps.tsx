import styles from './Jury.module.css'
import { useSay } from './texts/say.ts'

const steps = ['mail', 'check', 'jury', 'palmares'] as const
type Step = (typeof steps)[number]

/** What becomes of an entry, one step after the other. @param from the first that is still to come */
export function NextSteps({ from }: { from: Step }) {
  const t = useSay()
  return (
    <section className={styles['section']} aria-labelledby="next">
      <h2 id="next" className="caption">
        {t('next.title')}
      </h2>
      <ol className={styles['steps']}>
        {steps.slice(steps.indexOf(from)).map((step) => (
          <li key={step}>{t(`next.${step}`)}</li>
        ))}
      </ol>
    </section>
  )
}
