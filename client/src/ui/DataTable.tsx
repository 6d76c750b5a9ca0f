import type { ReactNode } from 'react'
import styles from './DataTable.module.css'

interface DataTableProps {
  /** Names the table, and the region that scrolls where the table is wider than the screen. */
  caption: string
  /** The heads of columns; the first is the one of the row heads. */
  columns: readonly ReactNode[]
  rows: readonly { id: string; head: ReactNode; cells: readonly ReactNode[] }[]
}

/** Numbers in rows and columns, as a screen reader reads them. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className={styles['scroll']}>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, head, cells }) => (
            <tr key={id}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
