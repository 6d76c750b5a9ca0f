import { Download } from 'lucide-react'
import type { ComponentType } from 'react'
import type { TallyAnswer } from '@cenacle/contract/vote-result'
import { useI18n } from '../../../i18n/i18n.tsx'
import { sayPercent } from '../../../i18n/percent.ts'
import type { Category } from './api.ts'
import styles from './Palmares.module.css'
import { sayAll } from './say-when.ts'
import { type SayPalmares, useSay } from './texts/say.ts'

/** Draws a tally; given by the screen, since the pictures belong to the votes. `names`: of options, by their id. */
export type Drawing = ComponentType<{ tally: TallyAnswer; names: ReadonlyMap<string, string> }>

/** How a jury is counted, in everyday words. */
function sayMethod({ tally }: Category, t: SayPalmares, locale: 'fr' | 'en'): string {
  if (tally.method === 'majority-judgment')
    return t('count.merit', { worst: tally.grades[0] ?? '', best: tally.grades.at(-1) ?? '' })
  if (tally.method !== 'grid') return ''
  const criteria = tally.criteria.map(({ label, weight }) => t('count.criterion', { label, weight }))
  return t('count.grid', { max: tally.max, criteria: sayAll(criteria, locale) })
}

/** Groups that were exactly level and that share what they have. */
const leftLevel = ({ tally, ties, options }: Category): string[][] =>
  tally.method === 'median'
    ? []
    : tally.ranking
        .map((group) => group.flatMap((option) => options[option] ?? []))
        .filter((group) => group.length > 1 && !ties.some(({ order }) => order.includes(group[0] ?? '')))

/** Exact ties: ordered, with the reason, or left as they are where a medal is shared. */
function Ties({ category }: { category: Category }) {
  const t = useSay()
  const { locale } = useI18n()
  const titles = new Map(category.nominees.map(({ id, title }) => [id, title]))
  const name = (id: string): string => titles.get(id) ?? id
  const winners = new Set(category.levels.flatMap((level) => level.winners.map(({ id }) => id)))
  const shared = leftLevel(category).filter((group) => group.every((id) => winners.has(id)))
  return (
    <>
      {category.ties.map(({ order, reason }) => {
        const [first = '', ...rest] = order.map(name)
        const names = t('count.then', { first, rest: sayAll(rest, locale) })
        return (
          <p key={order.join()}>
            {t('count.tie', { names })} {t('medal.why', { reason })}
          </p>
        )
      })}
      {shared.map((group) => (
        <p key={group.join()}>{t('count.shared', { names: sayAll(group.map(name), locale) })}</p>
      ))}
    </>
  )
}

function Files({ editionId, category }: { editionId: string; category: Category }) {
  const t = useSay()
  return (
    <section aria-label={t('count.files')} className={styles['part']}>
      <h3>{t('count.files')}</h3>
      <ul className={styles['files']}>
        {(['options', 'summary'] as const).map((format) => (
          <li key={format}>
            <a
              className={styles['file']}
              href={`/api/palmares/${editionId}/categories/${category.id}/counts?format=${format}`}
              download
            >
              <Download size={18} aria-hidden />
              {t(`count.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How a category was counted: who took part, the method, the picture, ties, and the files to do it again. */
export function Counted({ editionId, category, Picture }: { editionId: string; category: Category; Picture: Drawing }) {
  const t = useSay()
  const { locale } = useI18n()
  const { tally, roll, voters, blank, options, nominees } = category
  const titles = new Map(nominees.map(({ id, title }) => [id, title]))
  const names = new Map(Object.entries(options).map(([option, id]) => [option, titles.get(id) ?? option]))
  const unranked = 'unranked' in tally ? tally.unranked.map((option) => names.get(option) ?? option) : []
  return (
    <details className={styles['counted']}>
      <summary>{t('count.title')}</summary>
      <div className={styles['how']}>
        <p>
          {t('count.participation', { count: voters, roll, percent: sayPercent(voters, roll, locale) })}{' '}
          {t('count.blank', { count: blank })}
        </p>
        <p>{sayMethod(category, t, locale)}</p>
        <Ties category={category} />
        {unranked.length > 0 && (
          <p>{t('count.unranked', { count: unranked.length, names: sayAll(unranked, locale) })}</p>
        )}
        {voters > blank && <Picture tally={tally} names={names} />}
        <Files editionId={editionId} category={category} />
      </div>
    </details>
  )
}
