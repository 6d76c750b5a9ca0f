import type { Author } from '@cenacle/contract/person'
import { Portrait } from '../../../ui/Portrait.tsx'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

/** Who, unfolded when one wants to know: with a whole committee the names would hide the numbers. */
export function Names({ title, people }: { title: string; people: readonly (Author | null)[] }) {
  const t = useSay()
  if (people.length === 0) return null
  return (
    <details className={styles['unfold']}>
      <summary>
        {title} ({people.length})
      </summary>
      <ul className={styles['names']} aria-label={title}>
        {people.map((person, index) => (
          <li key={person?.id ?? index}>
            <Portrait person={person} size="small" />
            {person?.name ?? t('duty.gone')}
          </li>
        ))}
      </ul>
    </details>
  )
}
