import { useT } from '../i18n/i18n.tsx'
import styles from './Skeleton.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** Stands where a text will be; appears only after a moment, so that what is quick does not flash. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const t = useT()
  return (
    <div className={styles['skeleton']} aria-busy="true">
      <VisuallyHidden>{t('ui.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={styles['line']} />
      ))}
    </div>
  )
}
