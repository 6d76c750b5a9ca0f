import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Steps.module.css'
import { useSay } from './texts/say.ts'

export interface Step {
  id: string
  label: string
  note?: ReactNode
  state: 'done' | 'current' | 'todo'
}

/** Where something stands on its way: one under the other on a phone, side by side where there is room. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useSay()
  return (
    <ol className={styles['steps']} aria-label={t('step.label')}>
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
            {state === 'done' && <VisuallyHidden>, {t('step.done')}</VisuallyHidden>}
          </span>
          {note && <span className={styles['note']}>{note}</span>}
        </li>
      ))}
    </ol>
  )
}
