import { useId } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Bars } from '../../../ui/Bars.tsx'
import type { VoteOption } from '@cenacle/contract/vote'
import { sayFraction } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import styles from './Ballots.module.css'
import { CriterionField } from './CriterionField.tsx'
import {
  compareMeans,
  type Criteria as All,
  gridField,
  missingCriteria,
  type Points,
  weightedMean,
} from './grid-points.ts'
import { OptionHead } from './OptionHead.tsx'
import type { BallotPart } from './use-ballot.ts'

/** What one's points give a nominee so far, or how many are still to be given. */
function Total({ criteria, points, max }: { criteria: All; points: Points | undefined; max: number }) {
  const t = useSay()
  const { locale } = useI18n()
  const mean = weightedMean(criteria, points)
  const left = missingCriteria(criteria, points).length
  return (
    <output className={styles['total']}>
      {mean ? (
        <span className="strong">{t('grid.total', { mean: sayFraction(mean, locale), max })}</span>
      ) : (
        <span className="muted">{t('grid.left', { count: left })}</span>
      )}
    </output>
  )
}

interface NomineeProps extends Omit<BallotPart, 'vote' | 'onChange'> {
  option: VoteOption
  criteria: All
  max: number
  onGive: (criterion: string, points: number) => void
}

/** One nominee: its file, its criteria, what they come to. */
function Nominee({ option: { id, label }, criteria, max, files, draft, messages, onGive }: NomineeProps) {
  const heading = useId()
  return (
    <div role="group" aria-labelledby={heading} className={styles['option']}>
      <OptionHead id={heading} label={label} file={files?.(id)} />
      <div className={styles['criteria']}>
        {criteria.map((criterion) => (
          <CriterionField
            key={criterion.id}
            field={gridField(id, criterion.id)}
            criterion={criterion}
            max={max}
            value={draft.grid[id]?.[criterion.id]}
            message={messages[gridField(id, criterion.id)]}
            onChange={(points) => onGive(criterion.id, points)}
          />
        ))}
      </div>
      <Total criteria={criteria} points={draft.grid[id]} max={max} />
    </div>
  )
}

/** The order that one's own points give, once two nominees have all of theirs. */
function Standing({ vote, draft, files, max }: Pick<BallotPart, 'vote' | 'draft' | 'files'> & { max: number }) {
  const t = useSay()
  const { locale } = useI18n()
  const judged = vote.options.flatMap(({ id, label }) => {
    const mean = weightedMean(vote.rules.criteria ?? [], draft.grid[id])
    return mean ? [{ id, name: files?.(id)?.title ?? label, mean }] : []
  })
  if (judged.length < 2) return null
  return (
    <section className={styles['standing']} aria-label={t('grid.standing')}>
      <h3 className="caption">{t('grid.standing')}</h3>
      <Bars
        label={t('grid.standing')}
        most={max}
        lines={judged
          .toSorted((a, b) => compareMeans(a.mean, b.mean))
          .map(({ id, name, mean }) => ({
            id,
            name,
            value: mean.n / mean.d,
            note: t('grid.outOf', { mean: sayFraction(mean, locale), max }),
          }))}
      />
    </section>
  )
}

/** A grid of weighted criteria: points for each nominee by each of them, one nominee after another. */
export function Criteria({ vote, draft, onChange, ...part }: BallotPart) {
  const max = vote.rules.points?.max ?? 0
  const criteria = vote.rules.criteria ?? []
  const give = (option: string, criterion: string, points: number): void => {
    const { [criterion]: _before, ...others } = draft.grid[option] ?? {}
    const row = Number.isNaN(points) ? others : { ...others, [criterion]: points }
    onChange({ grid: { ...draft.grid, [option]: row } })
  }
  return (
    <>
      <div className={styles['options']}>
        {vote.options.map((option) => (
          <Nominee
            key={option.id}
            {...part}
            option={option}
            draft={draft}
            criteria={criteria}
            max={max}
            onGive={(criterion, points) => give(option.id, criterion, points)}
          />
        ))}
      </div>
      <Standing vote={vote} draft={draft} files={part.files} max={max} />
    </>
  )
}
