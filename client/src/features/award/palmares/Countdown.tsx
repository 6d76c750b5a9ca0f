import { classes } from '../../../ui/classes.ts'
import styles from './Palmares.module.css'
import { partsOf } from './opening.ts'
import { useSay } from './texts/say.ts'

/** The time that is left, in figures; who listens hears it when they ask, not each second. @param left ms */
export function Countdown({ left, onStage }: { left: number; onStage?: boolean }) {
  const t = useSay()
  return (
    <p
      role="timer"
      aria-live="off"
      aria-label={t('before.left')}
      className={classes(styles['countdown'], onStage && styles['large'])}
    >
      {partsOf(left).map(({ unit, value }) => (
        <span key={unit} className={styles['part']}>
          <span className={styles['figure']}>{String(value).padStart(2, '0')}</span>{' '}
          <span className={styles['unit']}>{t(`left.${unit}`, { count: value })}</span>
        </span>
      ))}
    </p>
  )
}
