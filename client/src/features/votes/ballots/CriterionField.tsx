import { Minus, Plus } from 'lucide-react'
import type { CSSProperties, PointerEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField } from 'react-aria-components/NumberField'
import { classes } from '../../../ui/classes.ts'
import field from '../../../ui/Field.module.css'
import { useSay } from '../texts/say.ts'
import { typedPoints } from './ballot-draft.ts'
import styles from './Ballots.module.css'
import { type Criteria, marksOf } from './grid-points.ts'

interface CriterionFieldProps {
  /** As faults and focus name it. */
  field: string
  criterion: Criteria[number]
  max: number
  value: number | undefined
  message: string | undefined
  onChange: (points: number) => void
}

/** A press must not take the focus, nor call up the keyboard of a phone. */
const keepFocus = (event: PointerEvent): void => event.preventDefault()

/**
 * A few points to press with the thumb, and steps beside them; below, how far they go. The number is the same for keyboards and
 * screen readers, which these would only make walk further.
 */
function Keys({ max, value, onChange }: Pick<CriterionFieldProps, 'max' | 'value' | 'onChange'>) {
  const marks = marksOf(max)
  const reach = {
    '--share': `${max > 0 ? (100 * (value ?? 0)) / max : 0}%`,
    '--cells': marks.length + 2,
  } as CSSProperties
  return (
    <Group className={styles['keys'] ?? ''} style={reach}>
      <Button slot="decrement" className={styles['key'] ?? ''}>
        <Minus size={18} aria-hidden />
      </Button>
      {marks.map((points) => (
        <button
          key={points}
          type="button"
          tabIndex={-1}
          aria-hidden
          className={classes(styles['mark'], points === value && styles['given'])}
          onPointerDown={keepFocus}
          onClick={() => onChange(points)}
        >
          {points}
        </button>
      ))}
      <Button slot="increment" className={styles['key'] ?? ''}>
        <Plus size={18} aria-hidden />
      </Button>
    </Group>
  )
}

/** Points for one nominee by one criterion: pressed, typed, or step by step. */
export function CriterionField({ field: name, criterion, max, value, message, onChange }: CriterionFieldProps) {
  const t = useSay()
  const type = (typed: string): void => {
    const points = typedPoints(typed, max)
    if (points !== undefined) onChange(points)
  }
  return (
    <NumberField
      data-option={name}
      className={styles['criterion'] ?? ''}
      value={value ?? Number.NaN}
      onChange={onChange}
      minValue={0}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0 }}
      isInvalid={message !== undefined}
    >
      <Label className={styles['by']}>
        <span className="strong">{criterion.label}</span>{' '}
        <span className="small muted">{t('grid.weight', { weight: criterion.weight })}</span>
      </Label>
      <span className={styles['given-points']}>
        <Input
          className={classes(field['input'], styles['figure'])}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <span className="muted">{t('ballot.outOf', { max })}</span>
      </span>
      <Keys max={max} value={value} onChange={onChange} />
      <FieldError className={styles['fault']}>{message}</FieldError>
    </NumberField>
  )
}
