import type { SpaceAnswer } from '@cenacle/contract/space'
import { useSay } from './texts/say.ts'
import styles from './WorkshopAbout.module.css'

/** What a workshop is about: its pitch, its objective, its mission, as far as they are written. */
export function WorkshopAbout({ space }: { space: SpaceAnswer }) {
  const t = useSay()
  const parts = (['pitch', 'objective', 'mission'] as const).filter((part) => space[part])
  if (space.kind !== 'workshop' || parts.length === 0) return null
  return (
    <dl className={styles['about']}>
      {parts.map((part) => (
        <div key={part}>
          <dt className="caption">{t(`settings.${part}`)}</dt>
          <dd>{space[part]}</dd>
        </div>
      ))}
    </dl>
  )
}
