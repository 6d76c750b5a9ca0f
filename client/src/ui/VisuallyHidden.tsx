import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

/** Heard, not seen. */
export function VisuallyHidden({ children, ...props }: { children: ReactNode; role?: 'status'; id?: string }) {
  return (
    <span className={styles['hidden']} {...props}>
      {children}
    </span>
  )
}
