import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField } from 'react-aria-components/NumberField'
import { classes } from '../../../ui/classes.ts'
import field from '../../../ui/Field.module.css'
import { useSay } from '../texts/say.ts'
import styles from './Ballots.module.css'
import { typedPoints } from './ballot-draft.ts'
import type { BallotPart } from './use-ballot.ts'

/** Score: points for each option, by the number or step by step. */
export function Points({ vote, draft, onChange, messages }: BallotPart) {
  const t = useSay()
  const max = vote.rules.points?.max ?? 0
  const give = (id: string, points: number): void => {
    const { [id]: _before, ...others } = draft.grades
    onChange({ grades: Number.isNaN(points) ? others : { ...others, [id]: points } })
  }
  // While it is typed, not only when the field is left: what is pressed next already has it.
  const type = (id: string, typed: string): void => {
    const points = typedPoints(typed, max)
    if (points !== undefined) give(id, points)
  }
  const left = vote.options.filter(({ id }) => draft.grades[id] === undefined).length
  return (
    <>
      <div className={styles['options']}>
        {vote.options.map(({ id, label }) => (
          <NumberField
            key={id}
            data-option={id}
            className={classes(styles['option'], styles['points'])}
            value={draft.grades[id] ?? Number.NaN}
            onChange={(points) => give(id, points)}
            minValue={0}
            maxValue={max}
            formatOptions={{ maximumFractionDigits: 0 }}
            isInvalid={messages[id] !== undefined}
          >
            <Label className={styles['name']}>{label}</Label>
            <Group className={styles['stepper'] ?? ''}>
              <Button slot="decrement" className={styles['step'] ?? ''}>
                <Minus size={20} aria-hidden />
              </Button>
              <Input
                className={classes(field['input'], styles['figure'])}
                onInput={(event) => type(id, event.currentTarget.value)}
              />
              <Button slot="increment" className={styles['step'] ?? ''}>
                <Plus size={20} aria-hidden />
              </Button>
              <span className="muted">{t('ballot.outOf', { max })}</span>
            </Group>
            <FieldError className={styles['fault']}>{messages[id]}</FieldError>
          </NumberField>
        ))}
      </div>
      <p className={styles['left']}>{t('ballot.pointsLeft', { count: left })}</p>
    </>
  )
}
