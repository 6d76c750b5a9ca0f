import { useI18n } from '../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Category, Edition } from './api.ts'
import { DrawnTeam } from './DrawnTeam.tsx'
import styles from './Office.module.css'
import { sayJury, sayMedals, sayMethod } from './sentences.ts'
import { useSay } from './texts/say.ts'

function Line({ edition, category }: { edition: Edition; category: Category }) {
  const t = useSay()
  const { locale } = useI18n()
  const { name, question, voteId, recused, entries } = category
  return (
    <li className={styles['line']}>
      <h3>{bindPunctuation(name)}</h3>
      <p>{bindPunctuation(question)}</p>
      <p className="small muted">
        {[t('category.entries', { count: entries }), sayMethod(category, t), sayJury(category, t)].join('\u00a0· ')}
      </p>
      <p className="small muted">{t('category.medals', { medals: sayMedals(category, locale) })}</p>
      <DrawnTeam edition={edition} category={category} />
      {recused !== 'no' && (
        <p>
          <Badge>{t(`category.recused.${recused}`)}</Badge>
        </p>
      )}
      {voteId && (
        <p>
          <Link to={paths.vote(voteId)}>{t('category.toVote', { name })}</Link>
        </p>
      )}
    </li>
  )
}

/** What the edition rewards: each category with its question, how and by whom it is judged, and its jury's vote. */
export function Categories({ edition }: { edition: Edition }) {
  const t = useSay()
  return (
    <section className={styles['section']} aria-labelledby="categories">
      <h2 id="categories">{t('categories.title')}</h2>
      {edition.categories.length === 0 ? (
        <p className="muted">{t('categories.none')}</p>
      ) : (
        <ul className="ruled">
          {edition.categories.map((category) => (
            <Line key={category.id} edition={edition} category={category} />
          ))}
        </ul>
      )}
    </section>
  )
}
