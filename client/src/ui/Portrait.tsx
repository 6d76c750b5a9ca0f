import type { CSSProperties } from 'react'
import { useT } from '../i18n/i18n.tsx'
import { classes } from './classes.ts'
import { personColor } from '@cenacle/contract/person-color'
import { initials } from './initials.ts'
import styles from './Portrait.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface PortraitPerson {
  id: string
  name: string
  portraitUrl?: string | null
}
interface PortraitProps {
  /** Null where the person is gone. */
  person: PortraitPerson | null
  size?: 'small' | 'normal' | 'large'
  /** True where the name is not written beside it. */
  named?: boolean
}

/** A person's picture, or initials on their colour. Silent for screen readers unless `named`. */
export function Portrait({ person, size = 'normal', named = false }: PortraitProps) {
  const style = { '--person': `var(--person-${personColor(person?.id ?? '')})` } as CSSProperties
  return (
    <span className={classes(styles['portrait'], styles[size])} style={style} title={named ? person?.name : undefined}>
      {person?.portraitUrl ? (
        <img src={person.portraitUrl} alt="" loading="lazy" />
      ) : (
        <span aria-hidden className={styles['initials']} data-initials={person ? initials(person.name) : '–'} />
      )}
      {named && person && <VisuallyHidden>{person.name}</VisuallyHidden>}
    </span>
  )
}

/** A few people side by side, named for screen readers; `+3` for the others. */
export function Portraits({ people, most = 5 }: { people: readonly PortraitPerson[]; most?: number }) {
  const t = useT()
  const others = people.length - most
  return (
    <span className={styles['stack']}>
      {people.slice(0, most).map((person) => (
        <Portrait key={person.id} person={person} size="small" named />
      ))}
      {others > 0 && (
        <span className={classes(styles['portrait'], styles['more'])}>
          <span aria-hidden className={styles['initials']} data-initials={`+${others}`} />
          <VisuallyHidden>{t('ui.otherPeople', { count: others })}</VisuallyHidden>
        </span>
      )}
    </span>
  )
}
