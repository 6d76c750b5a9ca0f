import type { ReactNode } from 'react'
import { classes } from '../../../ui/classes.ts'
import styles from './Score.module.css'

interface Column {
  id: string
  title: string
  isNumber?: boolean
  /** Short enough never to break. */
  isNarrow?: boolean
}
interface RowsProps {
  caption: string
  /** The first is that of the row heads. Few enough for a phone, where nothing scrolls sideways: cells break their lines. */
  columns: readonly Column[]
  rows: readonly { id: string; cells: Readonly<Record<string, ReactNode>> }[]
}

/** A table of texts. */
export function Rows({ caption, columns, rows }: RowsProps) {
  const look = ({ isNumber, isNarrow }: Column): string =>
    classes(isNumber && styles['number'], isNarrow && styles['narrow'])
  return (
    <table className={styles['rows']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={look(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.id} scope="row" className={look(column)}>
                  {cells[column.id]}
                </th>
              ) : (
                <td key={column.id} className={look(column)}>
                  {cells[column.id]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
