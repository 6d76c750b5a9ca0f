import type { PageAnswer } from '@cenacle/contract/page'
import { ChevronDown } from 'lucide-react'
import { useT } from '../../i18n/i18n.tsx'
import styles from './Page.module.css'

type Headings = PageAnswer['headings']

/** The headings of the two uppermost levels; none where there are not two of them to choose from. */
const shownOf = (headings: Headings): { shown: Headings; top: number } => {
  const top = Math.min(...headings.map(({ level }) => level))
  const shown = headings.filter(({ level, text }) => level <= top + 1 && text.trim() !== '')
  return { shown: shown.length < 2 ? [] : shown, top }
}

function List({ shown, top }: { shown: Headings; top: number }) {
  return (
    <ol>
      {shown.map(({ id, level, text }) => (
        <li key={id} className={level > top ? styles['deeper'] : undefined}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ol>
  )
}

/** The headings of a page beside its text, where the screen is wide enough. */
export function Contents({ headings }: { headings: Headings }) {
  const t = useT()
  const { shown, top } = shownOf(headings)
  if (shown.length === 0) return null
  return (
    <nav className={styles['contents']} aria-label={t('page.contents')}>
      <p className="caption">{t('page.contents')}</p>
      <List shown={shown} top={top} />
    </nav>
  )
}

/** The same before the text, folded, on narrower screens. */
export function FoldedContents({ headings }: { headings: Headings }) {
  const t = useT()
  const { shown, top } = shownOf(headings)
  if (shown.length === 0) return null
  return (
    <nav className={styles['folded']} aria-label={t('page.contents')}>
      <details>
        <summary>
          {t('page.contents')} <ChevronDown size={18} aria-hidden />
        </summary>
        <List shown={shown} top={top} />
      </details>
    </nav>
  )
}
