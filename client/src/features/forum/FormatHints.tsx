import { useT } from '../../i18n/i18n.tsx'
import styles from './Writing.module.css'

/** How to set a text, for whoever wonders; folded away for everybody else. */
export function FormatHints() {
  const t = useT()
  return (
    <details className={styles['hints']}>
      <summary className="small">{t('format.title')}</summary>
      <ul className="small muted">
        <li>
          {t('format.bold')} <strong>{t('format.boldShown')}</strong>
        </li>
        <li>
          {t('format.italic')} <em>{t('format.italicShown')}</em>
        </li>
        <li>{t('format.list')}</li>
        <li>{t('format.quote')}</li>
        <li>{t('format.link')}</li>
        <li>{t('format.mention')}</li>
      </ul>
    </details>
  )
}
