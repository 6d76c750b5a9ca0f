import { type CSSProperties, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './Progress.module.css'

const share = (value: number, total: number): CSSProperties =>
  ({ '--share': `${total > 0 ? Math.min(100, (100 * value) / total) : 0}%` }) as CSSProperties

interface ProgressProps {
  /** The sentence above, with its base: « 31 personnes sur 48 ont voté ». It is what screen readers say. */
  label: ReactNode
  note?: ReactNode
  value: number
  total: number
  /** A running job is a progress bar; a state of things is only drawn. */
  running?: boolean
}

/** A part of a whole, said and drawn. */
export function Progress({ label, note, value, total, running = false }: ProgressProps) {
  const id = useId()
  const bar = running
    ? {
        role: 'progressbar',
        'aria-valuenow': value,
        'aria-valuemin': 0,
        'aria-valuemax': total,
        'aria-labelledby': id,
      }
    : { 'aria-hidden': true }
  return (
    <div className={styles['progress']}>
      <p className={styles['head']}>
        <span id={id}>{label}</span>
        {note && <span className="small muted">{note}</span>}
      </p>
      <div className={styles['track']} {...bar}>
        <div className={styles['part']} style={share(value, total)} />
      </div>
    </div>
  )
}

/** Several parts of one whole side by side; the sentence that says them stands outside. */
export function Parts({ values, total }: { values: readonly number[]; total: number }) {
  return (
    <div className={classes(styles['track'], styles['parts'])} aria-hidden>
      {values.map((value, i) => (
        <div key={i} className={styles['part']} style={share(value, total)} />
      ))}
    </div>
  )
}
