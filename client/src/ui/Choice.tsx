import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components/Checkbox'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import styles from './Choice.module.css'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes } from './Field.tsx'

/** Yes or no, with its sentence. */
export function Checkbox({
  children,
  hint,
  ...props
}: Omit<CheckboxProps, 'className' | 'style' | 'children'> & { children: ReactNode; hint?: ReactNode }) {
  return (
    <AriaCheckbox {...props} className={styles['checkbox'] ?? ''}>
      <span className={styles['box']}>
        <Check size={16} strokeWidth={3} aria-hidden />
      </span>
      <span>
        {children}
        {hint && <span className={styles['hint']}> {hint}</span>}
      </span>
    </AriaCheckbox>
  )
}

export interface RadioCard<Value extends string> {
  id: Value
  label: ReactNode
  hint?: ReactNode
  /** `quiet`: there for who needs it, without asking for attention. */
  tone?: 'veto' | 'quiet'
}
interface RadioCardsProps<Value extends string> {
  label: ReactNode
  hint?: ReactNode
  name?: string
  options: readonly RadioCard<Value>[]
  /** Null when nothing is chosen yet. */
  value: Value | null
  onChange: (value: Value) => void
  isDisabled?: boolean
  /** A form is not sent without it. */
  isRequired?: boolean
  /** Side by side, for short settings; a ballot stays one under the other. */
  inline?: boolean
}

/** One choice out of few, each with the room to say what it means: a ballot, or a setting that matters. */
export function RadioCards<Value extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  inline,
  ...props
}: RadioCardsProps<Value>) {
  const choose = (chosen: string): void => {
    const found = options.find((option) => option.id === chosen)
    if (found) onChange(found.id)
  }
  return (
    <RadioGroup {...props} value={value} onChange={choose} className={styles['group'] ?? ''}>
      <FieldLabel>{label}</FieldLabel>
      <div className={inline ? styles['inline'] : styles['group']}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className={classes(styles['card'], option.tone && styles[`tone-${option.tone}`])}
          >
            <span className={styles['dot']} />
            <span className={styles['name']}>{option.label}</span>
            {option.hint && <span className={styles['hint']}>{option.hint}</span>}
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} />
    </RadioGroup>
  )
}
