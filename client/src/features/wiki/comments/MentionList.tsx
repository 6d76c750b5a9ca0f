import { useI18n } from '../../../i18n/i18n.tsx'
import { Portrait } from '../../../ui/Portrait.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './Panel.module.css'
import type { Mentions } from './use-mentions.ts'

/** The people whom an @ may mean. The focus stays in the text: arrows choose, Enter takes; what is chosen is said. */
export function MentionList({ mentions: { id, people, index, choose } }: { mentions: Mentions }) {
  const { t } = useI18n()
  const person = people[index]
  return (
    <>
      <VisuallyHidden>
        <span role="status">{person && t('comments.person', { name: person.name, count: people.length })}</span>
      </VisuallyHidden>
      {person && (
        <ul className={styles['people']} id={id} aria-label={t('comments.people')}>
          {people.map((one, i) => (
            <li key={one.id}>
              <button
                type="button"
                tabIndex={-1}
                data-chosen={i === index || undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(one.name)}
              >
                <Portrait person={one} size="small" />
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
