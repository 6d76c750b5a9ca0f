import type { TallyAnswer } from '@cenacle/contract/vote-result'
import { useI18n } from '../../../i18n/i18n.tsx'
import { sayPercent } from '../../../i18n/percent.ts'
import { useSay } from '../texts/say.ts'
import { Bars } from '../../../ui/Bars.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Picture } from './Picture.tsx'
import styles from './Results.module.css'
import { type Names, placesOf } from './tally-sentences.ts'

type Irv = Extract<TallyAnswer, { method: 'irv' }>

/** The rounds of an instant run-off, one after the other: who led, who left and why. */
export function Rounds({ tally, names }: { tally: Irv; names: Names }) {
  const t = useSay()
  const { locale } = useI18n()
  const placed = placesOf(tally.ranking).flatMap(({ place, ids }) => ids.map((id) => ({ id, place })))
  const winner = tally.ranking[0]?.length === 1 ? tally.ranking[0][0] : undefined
  const votesIn = (round: Irv['rounds'][number], id: string): number | undefined =>
    round.counts.find((count) => count.id === id)?.votes
  const table = (
    <DataTable
      caption={t('rounds.title')}
      columns={[
        t('result.option'),
        t('result.place'),
        ...tally.rounds.map((_, i) => t('rounds.round', { round: i + 1 })),
      ]}
      rows={[
        ...placed.map(({ id, place }) => ({
          id,
          head: names.get(id),
          cells: [place, ...tally.rounds.map((round) => votesIn(round, id) ?? t('rounds.out'))],
        })),
        {
          id: 'exhausted',
          head: t('rounds.exhausted'),
          cells: ['', ...tally.rounds.map(({ exhausted }) => exhausted)],
        },
      ]}
    />
  )
  return (
    <Picture title={t('rounds.title')} help={t('rounds.help')} table={table}>
      <ol className={styles['rounds']}>
        {tally.rounds.map((round, i) => {
          const total = round.counts.reduce((sum, { votes }) => sum + votes, 0)
          const { eliminated, tie } = round
          const isLast = i === tally.rounds.length - 1
          return (
            <li key={i} className={styles['round']}>
              <h4 className="caption">{t('rounds.round', { round: i + 1 })}</h4>
              <Bars
                label={t('rounds.round', { round: i + 1 })}
                most={total}
                lines={round.counts
                  .toSorted((a, b) => b.votes - a.votes)
                  .map(({ id, votes }) => ({
                    id,
                    name: names.get(id),
                    value: votes,
                    note: t('rounds.note', { count: votes, percent: sayPercent(votes, total, locale) }),
                    tone: id === eliminated ? 'out' : isLast && id === winner ? 'first' : undefined,
                  }))}
              />
              {eliminated !== null && (
                <p className="small">
                  {t('rounds.eliminated', { name: names.get(eliminated) ?? eliminated })}
                  {tie !== 'none' && ` ${t(`rounds.tie.${tie}`)}`}
                </p>
              )}
              {round.exhausted > 0 && (
                <p className="small muted">{t('rounds.exhaustedCount', { count: round.exhausted })}</p>
              )}
            </li>
          )
        })}
      </ol>
    </Picture>
  )
}
