import type { ImportFault } from '@cenacle/contract/import'
import styles from './Import.module.css'
import { useSay } from './texts/say.ts'

/** What did not come as it is, file by file, with the reason. */
export function Faults({ faults }: { faults: readonly ImportFault[] }) {
  const t = useSay()
  if (faults.length === 0) return null
  return (
    <section>
      <h2>{t('import.faults', { count: faults.length })}</h2>
      <ul className={styles['faults']}>
        {faults.map(({ path, code, detail }, i) => (
          <li key={i}>
            <span className={styles['path']}>{path}</span>
            <span className="muted">{t(`import.fault.${code}`, { address: detail ?? '' })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
