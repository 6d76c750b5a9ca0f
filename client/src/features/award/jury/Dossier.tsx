import { ExternalLink } from 'lucide-react'
import { Prose } from '../../../ui/Prose.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import type { Entry } from './api.ts'
import styles from './Jury.module.css'
import { useSay } from './texts/say.ts'

/** Longer than this, with its marks, a summary unfolds, so that the ballot below is not far away. */
const LONG = 600

/** What an entry says: its summary, and its link into the world. */
export function Dossier({ entry: { title, html, link } }: { entry: Entry }) {
  const t = useSay()
  return (
    <>
      {html.length > LONG ? (
        <details className={styles['dossier']}>
          <summary>
            <span aria-hidden>{t('file.read')}</span>
            <VisuallyHidden>{t('file.readOf', { title })}</VisuallyHidden>
          </summary>
          <Prose html={html} />
        </details>
      ) : (
        <Prose html={html} />
      )}
      {link && (
        <a
          className={styles['out']}
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('file.linkOf', { title })}
        >
          {t('file.link')}
          <ExternalLink size={16} aria-hidden />
        </a>
      )}
    </>
  )
}
