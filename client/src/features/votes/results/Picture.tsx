import type { ReactNode } from 'react'
import { useSay } from '../texts/say.ts'
import styles from './Results.module.css'

interface PictureProps {
  /** What it shows, as a title. */
  title: string
  /** How to read it. */
  help?: ReactNode
  /** The same numbers as a table. */
  table: ReactNode
  children: ReactNode
}

/** A result that is drawn, and that can be read as a table: the drawing says nothing that the table does not. */
export function Picture({ title, help, table, children }: PictureProps) {
  const t = useSay()
  // A group and no region: a screen may show several of one name.
  return (
    <div role="group" className={styles['picture']} aria-label={title}>
      <h3 className={styles['title']}>{title}</h3>
      {help && <p className="small muted">{help}</p>}
      {children}
      <details className={styles['details']}>
        <summary>{t('result.asTable')}</summary>
        {table}
      </details>
    </div>
  )
}
