import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Edition, Phase } from './api.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

const LIVE: readonly Phase[] = ['call', 'jury']
const DONE: readonly Phase[] = ['published', 'archived']

/** Where an edition is, in a word or two. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  const t = useSay()
  const tone = LIVE.includes(phase) ? 'live' : DONE.includes(phase) ? 'done' : 'plain'
  return <Badge tone={tone}>{t(`phase.now.${phase}`)}</Badge>
}

function Line({ edition }: { edition: Edition }) {
  const t = useSay()
  const { id, name, year, partner, phase, categories } = edition
  const facts = [
    partner && t('edition.with', { partner }),
    t('edition.categories', { count: categories.length }),
    t('edition.entries', { count: categories.reduce((sum, { entries }) => sum + entries, 0) }),
  ]
  return (
    <li className={styles['card']}>
      <p>
        <PhaseBadge phase={phase} />
      </p>
      <h3>
        <Link to={paths.award(id)}>
          {bindPunctuation(name)} {year}
        </Link>
      </h3>
      <p className="small muted">{facts.filter(Boolean).join('\u00a0· ')}</p>
      {phase !== 'archived' && <p>{t(`next.${phase}`)}</p>}
    </li>
  )
}

/** Editions under one heading; shows nothing without any. */
export function EditionList({ id, title, editions }: { id: string; title: string; editions: readonly Edition[] }) {
  if (editions.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {title}
      </h2>
      <ul className="ruled">
        {editions.map((edition) => (
          <Line key={edition.id} edition={edition} />
        ))}
      </ul>
    </section>
  )
}
