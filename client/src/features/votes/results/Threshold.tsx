import type { CSSProperties } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { classes } from '../../../ui/classes.ts'
import type { Result as ResultData } from '../api.ts'
import { sayPercent } from '../../../i18n/percent.ts'
import { useSay } from '../texts/say.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Picture } from './Picture.tsx'
import styles from './Results.module.css'

const parts = ['yes', 'no', 'veto', 'blank', 'abstain', 'none'] as const
type Part = (typeof parts)[number]

const countsOf = (result: ResultData): Record<Part, number> => ({
  yes: result.yes,
  no: result.no,
  veto: result.vetoes,
  blank: result.blank,
  abstain: result.abstain,
  none: result.roll - result.voters,
})

/** Yes and no as a bar of the whole roll. */
export function Threshold({ result }: { result: ResultData }) {
  const t = useSay()
  const { locale } = useI18n()
  const counts = countsOf(result)
  const shown = parts.filter((part) => counts[part] > 0 || part === 'yes' || part === 'no')
  const table = (
    <DataTable
      caption={t('result.counts')}
      columns={[t('result.voice'), t('result.count'), t('result.ofRoll')]}
      rows={shown.map((part) => ({
        id: part,
        head: t(`choice.${part}`),
        cells: [counts[part], sayPercent(counts[part], result.roll, locale)],
      }))}
    />
  )
  return (
    <Picture title={t('result.counts')} table={table}>
      <div className={styles['count']} aria-hidden>
        {shown.map((part) => (
          <span
            key={part}
            className={classes(styles['part'], styles[part])}
            style={{ '--count': counts[part] } as CSSProperties}
          />
        ))}
      </div>
      <dl className={styles['legend']}>
        {shown.map((part) => (
          <div key={part} className={styles['item']}>
            <dt>
              <span className={classes(styles['key'], styles[part])} aria-hidden />
              {t(`choice.${part}`)}
            </dt>
            <dd className="number">{counts[part]}</dd>
          </div>
        ))}
      </dl>
    </Picture>
  )
}
