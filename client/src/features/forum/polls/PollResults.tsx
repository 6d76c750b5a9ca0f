import { useI18n } from '../../../i18n/i18n.tsx'
import { sayPercent } from '../../../i18n/percent.ts'
import { Bars } from '../../../ui/Bars.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import type { Poll } from './api.ts'
import styles from './Poll.module.css'
import { useSay } from './texts/say.ts'

/** How many chose what, as bars and as a table. Nobody wins: it decides nothing. */
export function PollResults({ poll }: { poll: Poll }) {
  const t = useSay()
  const { locale } = useI18n()
  const { options, voters, mine } = poll
  const percent = (count: number): string => sayPercent(count, voters, locale)
  return (
    <>
      <Bars
        label={t('poll.results')}
        most={voters}
        lines={options.map(({ number, label, count }) => ({
          id: String(number),
          name: mine?.includes(number) ? (
            <>
              {label} <span className={styles['mine']}>({t('poll.mine')})</span>
            </>
          ) : (
            label
          ),
          value: count,
          note: voters === 0 ? 0 : t('poll.share', { count, voters, percent: percent(count) }),
        }))}
      />
      {voters > 0 && (
        <details className={styles['table']}>
          <summary>{t('poll.asTable')}</summary>
          <DataTable
            caption={poll.question}
            columns={[t('poll.option'), t('poll.count'), t('poll.part')]}
            rows={options.map(({ number, label, count }) => ({
              id: String(number),
              head: label,
              cells: [count, percent(count)],
            }))}
          />
        </details>
      )}
    </>
  )
}
