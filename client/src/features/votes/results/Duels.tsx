import type { TallyAnswer } from '@cenacle/contract/vote-result'
import { classes } from '../../../ui/classes.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import table from '../../../ui/DataTable.module.css'
import { useSay } from '../texts/say.ts'
import { Picture } from './Picture.tsx'
import styles from './Results.module.css'
import type { Names } from './tally-sentences.ts'

type Schulze = Extract<TallyAnswer, { method: 'schulze' }>

interface MatrixProps {
  caption: string
  /** In the order of the ranking. */
  ids: readonly string[]
  names: Names
  at: (row: string, column: string) => number
}

const letterOf = (index: number): string => (index < 26 ? String.fromCodePoint(65 + index) : String(index + 1))

/** A table whose stronger cell of each pair is filled: drawn and read at once. */
function Matrix({ caption, ids, names, at }: MatrixProps) {
  const t = useSay()
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className={table['scroll']}>
      <table className={classes(table['table'], table['matrix'])}>
        <caption className={table['caption']}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('result.option')}</th>
            {ids.map((id, i) => (
              <th key={id} scope="col">
                <abbr title={names.get(id)}>{letterOf(i)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((row, i) => (
            <tr key={row}>
              <th scope="row">
                <span className={styles['letter']}>{letterOf(i)}</span> {names.get(row)}
              </th>
              {ids.map((column) => {
                if (row === column) return <td key={column} className={table['self']} aria-label={t('duels.self')} />
                const isWin = at(row, column) > at(column, row)
                return (
                  <td key={column} className={isWin ? table['win'] : undefined}>
                    {at(row, column)}
                    {isWin && <VisuallyHidden> {t('duels.win')}</VisuallyHidden>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Each pair of options as a duel: how many ballots place one above the other, and the widest paths that follow. */
export function Duels({ tally, names }: { tally: Schulze; names: Names }) {
  const t = useSay()
  const ids = tally.ranking.flat()
  const indexOf = new Map(tally.options.map((id, i) => [id, i]))
  const cell =
    (matrix: readonly (readonly number[])[]) =>
    (row: string, column: string): number =>
      matrix[indexOf.get(row) ?? -1]?.[indexOf.get(column) ?? -1] ?? 0
  const duel = cell(tally.preferences)
  const pairs = ids.flatMap((a, i) =>
    ids.slice(i + 1).map((b) => (duel(a, b) >= duel(b, a) ? { a, b } : { a: b, b: a })),
  )
  const matrices = (
    <div className={styles['tables']}>
      <Matrix caption={t('duels.table')} ids={ids} names={names} at={duel} />
      <p className="small muted">{t('duels.pathsHelp')}</p>
      <Matrix caption={t('duels.paths')} ids={ids} names={names} at={cell(tally.paths)} />
    </div>
  )
  return (
    <Picture title={t('duels.title')} help={t('duels.help')} table={matrices}>
      <ul className={styles['duels']}>
        {pairs.map(({ a, b }) => {
          const [most, least] = [duel(a, b), duel(b, a)]
          const say = most === least ? 'duels.even' : 'duels.beats'
          return (
            <li key={`${a} ${b}`} className={styles['duel']}>
              <span>{t(say, { a: names.get(a) ?? a, b: names.get(b) ?? b })}</span>
              <span className={styles['value']}>{t('duels.score', { most, least })}</span>
              <span className={styles['sides']} aria-hidden>
                <span className={classes(styles['side'], most > least && styles['ahead'])} style={{ flexGrow: most }} />
                <span className={styles['side']} style={{ flexGrow: least }} />
              </span>
            </li>
          )
        })}
      </ul>
    </Picture>
  )
}
