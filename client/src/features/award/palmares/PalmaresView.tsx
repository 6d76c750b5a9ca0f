import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import type { Palmares } from './api.ts'
import { Counted, type Drawing } from './Counted.tsx'
import { Medals } from './Medals.tsx'
import styles from './Palmares.module.css'
import { sayWhen } from './say-when.ts'
import { useSay } from './texts/say.ts'
import { Verification } from './Verification.tsx'
import { Corrected, Versions } from './Versions.tsx'

/** From so many categories on, a list of them leads to each. */
const MANY = 4

/** A published palmarès: medals by category, how each was counted, and how to make sure of it. */
export function PalmaresView({ answer, Picture }: { answer: Palmares; Picture: Drawing }) {
  const t = useSay()
  const { locale } = useI18n()
  const { palmares, versions, can } = answer
  const { edition, categories } = palmares
  const { id, name, year, partner } = edition
  const when = sayWhen(versions.at(-1)?.publishedAt ?? answer.publishedAt, t, locale)
  return (
    <div className="page page-medium">
      <PageHead
        above={<Link to={paths.palmaresAll}>{t('archive.all')}</Link>}
        title={t('title.edition', { name, year: String(year) })}
        tabTitle={t('title.tab', { name, year: String(year) })}
        lede={partner ? t('published.partner', { when, partner }) : t('published.lede', { when })}
      >
        <div className="page-acts">
          <LinkButton to={paths.stage(id)}>{t('act.stage')}</LinkButton>
          {can.correct && (
            <LinkButton to={paths.erratum(id)} variant="quiet">
              {t('act.correct')}
            </LinkButton>
          )}
        </div>
      </PageHead>
      <div className="stack-loose">
        <Corrected id={id} {...answer} />
        {categories.length >= MANY && (
          <nav aria-label={t('published.contents')}>
            <ol className={styles['contents']}>
              {categories.map((category) => (
                <li key={category.id}>
                  <a href={`#${category.id}`}>{category.name}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {categories.map((category) => (
          <section
            key={category.id}
            id={category.id}
            className={styles['category']}
            aria-labelledby={`h-${category.id}`}
          >
            <header>
              <h2 id={`h-${category.id}`}>{category.name}</h2>
              <p className="muted">{category.question}</p>
            </header>
            <Medals category={category} />
            <Counted editionId={id} category={category} Picture={Picture} />
          </section>
        ))}
        <Verification {...answer} />
        <Versions id={id} {...answer} />
      </div>
    </div>
  )
}
