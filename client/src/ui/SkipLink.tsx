import { useT } from '../i18n/i18n.tsx'
import styles from './SkipLink.module.css'

/** First stop of the keyboard: past the bar, to the content. */
export function SkipLink() {
  const t = useT()
  return (
    <a href="#content" className={styles['skip']}>
      {t('ui.skip')}
    </a>
  )
}
