import type { TallyAnswer } from '@cenacle/contract/vote-result'
import { useI18n } from '../../../i18n/i18n.tsx'
import { useSay } from '../texts/say.ts'
import styles from './Results.module.css'
import { type Names, placesOf, sayAll } from './tally-sentences.ts'

type Ranked = Exclude<TallyAnswer, { method: 'median' }>

/** The whole order in words: each place with its options, ex æquo said. */
export function Order({ tally, names }: { tally: Ranked; names: Names }) {
  const t = useSay()
  const { locale } = useI18n()
  return (
    <ol className={styles['order']} aria-label={t('result.order')}>
      {placesOf(tally.ranking).map(({ place, ids }) => (
        <li key={place} className={styles['placed']}>
          <span className={styles['rank']}>{t('rank.short', { count: place })}</span>
          <span>
            {sayAll(
              ids.map((id) => names.get(id) ?? id),
              locale,
            )}
            {ids.length > 1 && <span className="muted">, {t('rank.tied')}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
