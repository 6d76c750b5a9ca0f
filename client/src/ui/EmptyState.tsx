import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Nothing here yet: says so, why it is useful, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children && <p className="muted">{children}</p>}
      {action}
    </div>
  )
}
