import type { CSSProperties, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Bars.module.css'

export interface BarLine {
  id: string
  name: ReactNode
  value: number
  /** The value with its unit or its base. */
  note: ReactNode
  /** It won, or is left out: said beside it too. */
  tone?: 'first' | 'out' | undefined
}

/** Numbers as bars of one scale, each with its name and its number. @param most the value of a full bar */
export function Bars({ lines, most, label }: { lines: readonly BarLine[]; most: number; label: string }) {
  return (
    <ul className={styles['bars']} aria-label={label}>
      {lines.map(({ id, name, value, note, tone }) => (
        <li key={id} className={classes(styles['bar-line'], tone && styles[tone])}>
          <span className={styles['who']}>{name}</span>
          <span className={styles['value']}>{note}</span>
          <span
            className={styles['track']}
            style={{ '--share': `${most > 0 ? (100 * value) / most : 0}%` } as CSSProperties}
            aria-hidden
          />
        </li>
      ))}
    </ul>
  )
}
