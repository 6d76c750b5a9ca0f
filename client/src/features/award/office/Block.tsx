import type { ReactNode } from 'react'
import styles from './Office.module.css'

/** A small matter beside the text, under its name. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['block']}>
      <h2 className="caption">{title}</h2>
      {children}
    </section>
  )
}
