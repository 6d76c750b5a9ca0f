import type { ReactNode } from 'react'
import styles from './Profile.module.css'

/** One matter of the profile: its name on the left of a wide screen, its fields beside. */
export function ProfileSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={styles['body']}>{children}</div>
    </section>
  )
}
