import type { ArchiveAnswer } from '@cenacle/contract/award-jury'
import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Link } from '../../../ui/Link.tsx'
import styles from './Palmares.module.css'
import { sayOpening, sayWhen } from './say-when.ts'
import { useSay } from './texts/say.ts'

interface Line {
  id: string
  name: string
  year: number
  said: string
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  const t = useSay()
  if (lines.length === 0) return null
  return (
    <section className={styles['part']} aria-label={title}>
      <h2 className="caption">{title}</h2>
      <ul className={`ruled ${styles['editions']}`}>
        {lines.map(({ id, name, year, said }) => (
          <li key={id} className={styles['edition']}>
            <h3>
              <Link to={paths.palmares(id)}>{t('title.edition', { name, year: String(year) })}</Link>
            </h3>
            <p className="muted">{said}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every edition that is public, and those that will be. */
export function ArchiveView({ items, coming }: ArchiveAnswer) {
  const t = useSay()
  const { locale } = useI18n()
  return (
    <div className="stack-loose">
      {items.length === 0 && <EmptyState title={t('archive.empty')}>{t('archive.emptyHelp')}</EmptyState>}
      <Lines
        title={t('archive.past')}
        lines={items.map((one) => ({
          ...one,
          said: t('archive.published', { when: sayWhen(one.publishedAt, t, locale) }),
        }))}
      />
      <Lines
        title={t('archive.coming')}
        lines={coming.map((one) => ({
          ...one,
          said: one.opensAt ? t('archive.opens', { when: sayOpening(one.opensAt, t, locale) }) : t('archive.opensSoon'),
        }))}
      />
    </div>
  )
}
