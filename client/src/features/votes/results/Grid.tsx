import type { TallyAnswer } from '@cenacle/contract/vote-result'
import type { CSSProperties } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { classes } from '../../../ui/classes.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { sayFraction } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import { Picture } from './Picture.tsx'
import styles from './Results.module.css'
import { type Names, placesOf } from './tally-sentences.ts'

type GridTally = Extract<TallyAnswer, { method: 'grid' }>
type Judged = GridTally['options'][number]
type Fraction = NonNullable<Judged['score']>

/** An option with its place; null where too few judged it. */
interface Placed {
  id: string
  place: number | null
  isTied: boolean
  option: Judged | undefined
}

const placedOf = (tally: GridTally): Placed[] => {
  const found = new Map(tally.options.map((option) => [option.id, option]))
  return [
    ...placesOf(tally.ranking).flatMap(({ place, ids }) =>
      ids.map((id) => ({ id, place, isTied: ids.length > 1, option: found.get(id) })),
    ),
    ...tally.unranked.map((id) => ({ id, place: null, isTied: false, option: found.get(id) })),
  ]
}

/** The mean of one criterion, of all who judged. */
const meanOf = ({ sums, jurors }: Judged, criterion: number): Fraction | null =>
  jurors === 0 ? null : { n: sums[criterion] ?? 0, d: jurors }

const share = ({ n, d }: Fraction, max: number): CSSProperties =>
  ({ '--share': `${max > 0 ? (100 * n) / (d * max) : 0}%` }) as CSSProperties

/** One nominee: its place, its mean, each criterion, and how far apart the single ballots are. */
function Line({ tally, name, placed }: { tally: GridTally; name: string | undefined; placed: Placed }) {
  const t = useSay()
  const { locale } = useI18n()
  const { place, isTied, option } = placed
  const { criteria, max } = tally
  const say = (value: Fraction): string => sayFraction(value, locale)
  return (
    <li className={styles['line']}>
      <p className={styles['entry']}>
        <span className={styles['rank']}>
          {place === null ? t('unranked.entry') : t('rank.short', { count: place })}
        </span>
        <span className={styles['who']}>
          {name}
          {isTied && <span className={styles['tied']}>, {t('rank.tied')}</span>}
        </span>
        <span className={styles['mention']}>
          {option?.score ? t('grid.outOf', { mean: say(option.score), max }) : t('grid.none')}
        </span>
      </p>
      {option?.score && (
        <>
          <span
            className={classes(styles['mean'], place === 1 && styles['leads'])}
            style={share(option.score, max)}
            aria-hidden
          />
          <dl className={styles['by-criterion']}>
            {criteria.map(({ id, label }, i) => {
              const mean = meanOf(option, i)
              return (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>{mean ? say(mean) : '–'}</dd>
                </div>
              )
            })}
          </dl>
          <p className="small muted">
            {t('grid.judged', { count: option.jurors })}
            {option.lowest && option.highest && option.jurors > 1 && (
              <>, {t('grid.spread', { low: say(option.lowest), high: say(option.highest) })}</>
            )}
          </p>
        </>
      )}
    </li>
  )
}

/** What a grid of weighted criteria found: the mean of each nominee, in their order, with its criteria and its spread. */
export function Grid({ tally, names }: { tally: GridTally; names: Names }) {
  const t = useSay()
  const { locale } = useI18n()
  const all = placedOf(tally)
  const say = (value: Fraction | null | undefined): string => (value ? sayFraction(value, locale) : '–')
  const { criteria, max } = tally
  const table = (
    <DataTable
      caption={t('grid.table', { max })}
      columns={[
        t('result.entry'),
        t('result.place'),
        t('grid.mean'),
        t('grid.exact'),
        ...criteria.map(({ label, weight }) => t('grid.criterion', { label, weight })),
        t('grid.lowest'),
        t('grid.highest'),
        t('grid.jurors'),
      ]}
      rows={all.map(({ id, place, option }) => ({
        id,
        head: names.get(id),
        cells: [
          place ?? t('unranked.entry'),
          say(option?.score),
          option?.score ? `${option.score.n}/${option.score.d}` : '–',
          ...criteria.map((_, i) => say(option && meanOf(option, i))),
          say(option?.lowest),
          say(option?.highest),
          option?.jurors ?? 0,
        ],
      }))}
    />
  )
  return (
    <Picture title={t('grid.title')} help={t('grid.help')} table={table}>
      <ol className={styles['profile']}>
        {all.map((placed) => (
          <Line key={placed.id} tally={tally} name={names.get(placed.id)} placed={placed} />
        ))}
      </ol>
    </Picture>
  )
}
