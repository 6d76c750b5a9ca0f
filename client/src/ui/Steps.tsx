import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Steps.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** More than these need a wider screen to stand side by side. */
const FEW = 5

export interface Step {
  id: string
  label: string
  note?: ReactNode
  state: 'done' | 'current' | 'todo'
}

interface StepsProps {
  steps: readonly Step[]
  /** What the steps are of, and what is said of one that is behind. */
  texts: { label: string; done: string }
}

/** Where something stands on its way: one under the other on a phone, side by side where there is room. */
export function Steps({ steps, texts }: StepsProps) {
  return (
    <ol className={classes(styles['steps'], styles[steps.length > FEW ? 'many' : 'few'])} aria-label={texts.label}>
      {steps.map(({ id, label, note, state }) => (
        <li
          key={id}
          className={classes(styles['step'], styles[state])}
          {...(state === 'current' && { 'aria-current': 'step' as const })}
        >
          <span className={styles['sign']} aria-hidden>
            {state === 'done' && <Check size={12} strokeWidth={4} />}
          </span>
          <span className={styles['label']}>
            {label}
            {state === 'done' && <VisuallyHidden>, {texts.done}</VisuallyHidden>}
          </span>
          {note && <span className={styles['note']}>{note}</span>}
        </li>
      ))}
    </ol>
  )
}
