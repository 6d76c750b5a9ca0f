import type { RenewalAnswer } from '@cenacle/contract/renewal'
import styles from './Meeting.module.css'
import seats from './Seats.module.css'
import { useSay } from './texts/say.ts'

interface ResultProps {
  result: NonNullable<RenewalAnswer['result']>
  silent: RenewalAnswer['silent']
}

/** What came of a renewal; to those who run the committee, who did not answer. */
export function RenewalResult({ result, silent }: ResultProps) {
  const t = useSay()
  const rows = [
    [t('renewal.stayed'), result.stay],
    [t('renewal.became'), result.ambassador],
    [t('renewal.left'), result.leave],
  ] as const
  return (
    <section className={styles['section']} aria-labelledby="result">
      <h2 id="result">{t('renewal.result')}</h2>
      <table className={seats['table']}>
        <caption className={seats['hidden']}>{t('renewal.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('renewal.whatColumn')}</th>
            <th scope="col">{t('renewal.countColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, count]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {silent && silent.length > 0 && (
        <>
          <h3>{t('renewal.silentTitle', { count: silent.length })}</h3>
          <p className="small muted">{t('renewal.silentHelp')}</p>
          <ul className={styles['names']}>
            {silent.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
