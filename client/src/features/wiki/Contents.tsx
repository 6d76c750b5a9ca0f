import type { PageAnswer } from '@cenacle/contract/page'
import { useT } from '../../i18n/i18n.tsx'
import styles from './Page.module.css'

/** The headings of a page, from two on; beside the text on a wide screen. */
export function Contents({ headings }: { headings: PageAnswer['headings'] }) {
  const t = useT()
  const top = Math.min(...headings.map(({ level }) => level))
  const shown = headings.filter(({ level, text }) => level <= top + 1 && text.trim() !== '')
  if (shown.length < 2) return null
  return (
    <nav className={styles['contents']} aria-label={t('page.contents')}>
      <p className="caption">{t('page.contents')}</p>
      <ol>
        {shown.map(({ id, level, text }) => (
          <li key={id} className={level > top ? styles['deeper'] : undefined}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
