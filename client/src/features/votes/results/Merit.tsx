import type { TallyAnswer } from '@cenacle/contract/vote-result'
import type { CSSProperties } from 'react'
import { classes } from '../../../ui/classes.ts'
import { gradeColour } from '../grade-colours.ts'
import { useSay } from '../texts/say.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Picture } from './Picture.tsx'
import styles from './Results.module.css'
import { type Judged, type Names, placesOf } from './tally-sentences.ts'

type Judgment = Extract<TallyAnswer, { method: 'majority-judgment' }>
type Option = Judgment['options'][number]

const style = (grade: number, grades: number, count: number): CSSProperties =>
  ({ '--grade': gradeColour(grade, grades), '--count': count }) as CSSProperties

/** The mentions of one option side by side, the best first; the line in the middle falls on the majority mention. */
function Bar({ option, grades }: { option: Option; grades: number }) {
  const parts = option.counts.map((count, grade) => ({ count, grade })).toReversed()
  return (
    <div className={styles['merit']} aria-hidden>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ count, grade }) => (
          <span
            key={grade}
            className={classes(styles['grade'], grade % 2 === 1 && styles['hatched'])}
            style={style(grade, grades, count)}
          >
            <span className={styles['inside']}>{count}</span>
          </span>
        ))}
    </div>
  )
}

/** The merit profile: for each option, in their order, how many gave each mention. */
export function Merit({ tally, names, of: what }: { tally: Judgment; names: Names; of: Judged }) {
  const t = useSay()
  const { grades } = tally
  const found = new Map(tally.options.map((option) => [option.id, option]))
  const placed = placesOf(tally.ranking).flatMap(({ place, ids }) => ids.map((id) => ({ id, place, of: ids.length })))
  const all = [...placed, ...tally.unranked.map((id) => ({ id, place: null, of: 1 }))]
  const medianOf = (id: string): string => {
    const median = found.get(id)?.median ?? null
    return median === null ? t('merit.none') : (grades[median] ?? '')
  }
  const best = grades.map((name, grade) => ({ name, grade })).toReversed()
  const table = (
    <DataTable
      caption={t('merit.table')}
      columns={[
        t(`result.${what}`),
        t('result.place'),
        t('merit.mention'),
        ...best.map(({ name }) => name),
        t('result.total'),
      ]}
      rows={all.map(({ id, place }) => {
        const option = found.get(id)
        const cells = best.map(({ grade }) => option?.counts[grade] ?? 0)
        return {
          id,
          head: names.get(id),
          cells: [place ?? t(`unranked.${what}`), medianOf(id), ...cells, option?.judges ?? 0],
        }
      })}
    />
  )
  return (
    <Picture title={t('merit.title')} help={t(`merit.help.${what}`)} table={table}>
      <ol className={styles['profile']}>
        {all.map(({ id, place, of }) => {
          const option = found.get(id)
          const median = option?.median ?? null
          return (
            <li key={id} className={styles['line']}>
              <p className={styles['entry']}>
                <span className={styles['rank']}>
                  {place === null ? t(`unranked.${what}`) : t('rank.short', { count: place })}
                </span>
                <span className={styles['who']}>
                  {names.get(id)}
                  {of > 1 && <span className={styles['tied']}>, {t('rank.tied')}</span>}
                </span>
                <span className={styles['mention']}>
                  {median !== null && (
                    <span
                      className={classes(styles['key'], median % 2 === 1 && styles['hatched'])}
                      style={style(median, grades.length, 1)}
                      aria-hidden
                    />
                  )}
                  {medianOf(id)}
                </span>
              </p>
              {option && option.judges > 0 && <Bar option={option} grades={grades.length} />}
            </li>
          )
        })}
      </ol>
      <ul className={styles['keys']} aria-label={t('merit.keys')}>
        {best.map(({ name, grade }) => (
          <li key={grade}>
            <span
              className={classes(styles['key'], grade % 2 === 1 && styles['hatched'])}
              style={style(grade, grades.length, 1)}
              aria-hidden
            />
            {name}
          </li>
        ))}
      </ul>
    </Picture>
  )
}
