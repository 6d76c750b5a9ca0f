import { LiveHtml } from '../LiveHtml.tsx'
import styles from './Templates.module.css'
import { useSay } from '../tree/texts/say.ts'

/** How a page begins that is made from a template. */
export function Preview({ html, label }: { html: string; label: string }) {
  const t = useSay()
  return (
    // It scrolls, hence the tab stop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['preview']} aria-label={label} tabIndex={0}>
      <p className="caption">{label}</p>
      {html.trim() === '' ? <p className="muted">{t('templates.empty')}</p> : <LiveHtml html={html} />}
    </section>
  )
}
