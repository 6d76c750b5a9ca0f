import type { TallyAnswer } from '@cenacle/contract/vote-result'
import { useI18n } from '../../../i18n/i18n.tsx'
import { sayPercent } from '../../../i18n/percent.ts'
import { useSay } from '../texts/say.ts'
import { Bars } from '../../../ui/Bars.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Picture } from './Picture.tsx'
import { type Judged, type Names, placesOf } from './tally-sentences.ts'

type Approval = Extract<TallyAnswer, { method: 'approval' }>
type Score = Extract<TallyAnswer, { method: 'score' }>

/** How many approved of each option. */
export function Approved({ tally, names, of }: { tally: Approval; names: Names; of: Judged }) {
  const t = useSay()
  const { locale } = useI18n()
  const votes = new Map(tally.scores.map((score) => [score.id, score.votes]))
  const total = tally.ballots - tally.blank
  const placed = placesOf(tally.ranking).flatMap(({ place, ids }) => ids.map((id) => ({ id, place })))
  const table = (
    <DataTable
      caption={t('approved.title')}
      columns={[t(`result.${of}`), t('result.place'), t('approved.votes'), t('result.of'), t('result.share100')]}
      rows={placed.map(({ id, place }) => {
        const count = votes.get(id) ?? 0
        return { id, head: names.get(id), cells: [place, count, total, sayPercent(count, total, locale)] }
      })}
    />
  )
  return (
    <Picture title={t('approved.title')} help={t('approved.help', { count: total })} table={table}>
      <Bars
        label={t('approved.title')}
        most={total}
        lines={placed.map(({ id, place }) => {
          const count = votes.get(id) ?? 0
          const note = t('approved.note', { count, percent: sayPercent(count, total, locale) })
          return { id, name: names.get(id), value: count, note, tone: place === 1 ? 'first' : undefined }
        })}
      />
    </Picture>
  )
}

/** How many points each option got, of all that it could have got. */
export function Scored({ tally, names, of }: { tally: Score; names: Names; of: Judged }) {
  const t = useSay()
  const { locale } = useI18n()
  const scores = new Map(tally.scores.map((score) => [score.id, score]))
  const placed = placesOf(tally.ranking).flatMap(({ place, ids }) => ids.map((id) => ({ id, place })))
  const lines = placed.map(({ id, place }) => {
    const { sum = 0, ballots = 0 } = scores.get(id) ?? {}
    return { id, place, sum, ballots, possible: ballots * tally.max }
  })
  const table = (
    <DataTable
      caption={t('scored.title')}
      columns={[t(`result.${of}`), t('result.place'), t('scored.points'), t('scored.possible'), t('scored.ballots')]}
      rows={lines.map(({ id, place, sum, ballots, possible }) => ({
        id,
        head: names.get(id),
        cells: [place, sum, possible, ballots],
      }))}
    />
  )
  return (
    <Picture title={t('scored.title')} help={t(`scored.help.${of}`, { max: tally.max })} table={table}>
      <Bars
        label={t('scored.title')}
        most={Math.max(...lines.map(({ possible }) => possible))}
        lines={lines.map(({ id, place, sum, possible }) => ({
          id,
          name: names.get(id),
          value: sum,
          note: t('scored.note', { count: sum, possible, percent: sayPercent(sum, possible, locale) }),
          tone: place === 1 ? 'first' : undefined,
        }))}
      />
    </Picture>
  )
}
