import type { TallyAnswer } from '@cenacle/contract/vote-result'
import type { CSSProperties } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { classes } from '../../../ui/classes.ts'
import { sayAmount } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { columnsOf } from './dot-columns.ts'
import { Picture } from './Picture.tsx'
import styles from './Results.module.css'

type Median = Extract<TallyAnswer, { method: 'median' }>

/** Every proposed number as a dot on one line, and the middle one. */
export function Dots({ tally }: { tally: Median }) {
  const t = useSay()
  const { locale } = useI18n()
  const { values, value: middle, unit } = tally
  const { columns, tallest, low, high } = columnsOf(values)
  const amount = (one: number): string => sayAmount(one, unit, locale)
  const table = (
    <DataTable
      caption={t('dots.title')}
      columns={[t('dots.value'), t('dots.votes')]}
      rows={values.map(({ value, votes }) => ({
        id: String(value),
        head: value === middle ? t('dots.middle', { amount: amount(value) }) : amount(value),
        cells: [votes],
      }))}
    />
  )
  const at = (share: number): CSSProperties => ({ '--at': `${share}%` }) as CSSProperties
  const middleShare = columns.find(({ values: own }) => middle !== null && own.includes(middle))?.share
  return (
    <Picture title={t('dots.title')} help={t('dots.help')} table={table}>
      <div className={styles['dots']} style={{ '--tallest': tallest } as CSSProperties} aria-hidden>
        {columns.map(({ share, votes }) => (
          <span
            key={share}
            className={classes(styles['column'], share === middleShare && styles['middle'])}
            style={at(share)}
          >
            {Array.from({ length: votes }, (_, i) => (
              <span key={i} className={styles['dot']} />
            ))}
          </span>
        ))}
        {middleShare !== undefined && middle !== null && (
          <span className={styles['median']} style={at(middleShare)}>
            <span className={styles['flag']} style={{ translate: `${-middleShare}%` }}>
              {amount(middle)}
            </span>
          </span>
        )}
        <span className={styles['low']}>{amount(low)}</span>
        <span className={styles['high']}>{amount(high)}</span>
      </div>
    </Picture>
  )
}
