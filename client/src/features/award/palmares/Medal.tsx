import type { CSSProperties } from 'react'
import styles from './Medal.module.css'

/** Gold for the highest, bronze for the lowest of three or more, silver between. */
const metal = (level: number, levels: number): string =>
  level === 0 ? 'var(--medal-first)' : level === levels - 1 && levels > 2 ? 'var(--medal-last)' : 'var(--medal-middle)'

/** The disc of a level with its rank; hollow where nobody has it. Its name stands beside it. */
export function Medal({ level, levels, hollow }: { level: number; levels: number; hollow?: boolean }) {
  return (
    <span
      className={styles['medal']}
      data-hollow={hollow || undefined}
      style={{ '--metal': metal(level, levels) } as CSSProperties}
      aria-hidden
    >
      {level + 1}
    </span>
  )
}
