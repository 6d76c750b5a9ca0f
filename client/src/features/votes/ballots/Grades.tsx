import { type CSSProperties, useId } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useSay } from '../texts/say.ts'
import { gradeColour } from '../grade-colours.ts'
import styles from './Ballots.module.css'
import { OptionHead } from './OptionHead.tsx'
import type { BallotPart, OptionFile } from './use-ballot.ts'

interface RowProps {
  id: string
  label: string
  file: OptionFile | undefined
  /** Labels of grades, worst first. */
  grades: readonly string[]
  value: number | undefined
  message: string | undefined
  onChange: (grade: number) => void
}

/** One option and its mentions, the best first: side by side where there is room, else one under the other. */
function Row({ id, label, file, grades, value, message, onChange }: RowProps) {
  const heading = useId()
  const mentions = grades.map((name, grade) => ({ name, grade })).toReversed()
  // The file stands outside of the group: its links have nothing to do with the arrows that choose a mention.
  return (
    <div data-option={id} data-invalid={message === undefined ? undefined : true} className={styles['option']}>
      <OptionHead id={heading} label={label} file={file} />
      <RadioGroup
        aria-labelledby={heading}
        className={styles['choices'] ?? ''}
        value={value === undefined ? null : String(value)}
        onChange={(chosen) => onChange(Number(chosen))}
        isInvalid={message !== undefined}
      >
        <div className={styles['scale']} style={{ '--grades': grades.length } as CSSProperties}>
          {mentions.map(({ name, grade }) => (
            <Radio
              key={grade}
              value={String(grade)}
              className={styles['mention'] ?? ''}
              style={{ '--grade': gradeColour(grade, grades.length) } as CSSProperties}
            >
              <span className={styles['dot']} />
              <span>{name}</span>
            </Radio>
          ))}
        </div>
        <FieldError className={styles['fault']}>{message}</FieldError>
      </RadioGroup>
    </div>
  )
}

/** Majority judgment: one mention for each option. */
export function Grades({ vote, files, draft, onChange, messages }: BallotPart) {
  const t = useSay()
  const left = vote.options.filter(({ id }) => draft.grades[id] === undefined).length
  return (
    <>
      <div className={styles['options']}>
        {vote.options.map(({ id, label }) => (
          <Row
            key={id}
            id={id}
            label={label}
            file={files?.(id)}
            grades={vote.rules.grades ?? []}
            value={draft.grades[id]}
            message={messages[id]}
            onChange={(grade) => onChange({ grades: { ...draft.grades, [id]: grade } })}
          />
        ))}
      </div>
      <p className={styles['left']}>
        {t(vote.kind === 'award' ? 'jury.gradesLeft' : 'ballot.gradesLeft', { count: left })}
      </p>
    </>
  )
}
