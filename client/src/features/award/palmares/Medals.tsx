import { bindPunctuation } from '../../../i18n/typeset.ts'
import { Badge } from '../../../ui/Badge.tsx'
import type { Category, Level } from './api.ts'
import { emptiedBySharing } from './emptied.ts'
import { Medal } from './Medal.tsx'
import styles from './Palmares.module.css'
import { useSay } from './texts/say.ts'

/** Why a level has no winner. */
function Nobody({ category, index, level }: { category: Category; index: number; level: Level }) {
  const t = useSay()
  const reason = category.withheld.find(({ medal }) => medal === level.medal)?.reason
  if (level.withheld)
    return (
      <>
        <p className="strong">{t('medal.withheld')}</p>
        {reason && <p className="muted">{t('medal.why', { reason })}</p>}
      </>
    )
  return <p className="muted">{t(emptiedBySharing(category.levels).has(index) ? 'medal.shared' : 'medal.nobody')}</p>
}

/** The medals of a category, the highest first, each with who has it. */
export function Medals({ category }: { category: Category }) {
  const t = useSay()
  const { levels } = category
  if (levels.every(({ winners, withheld }) => winners.length === 0 && !withheld))
    return <p className="muted">{t('category.nobody')}</p>
  return (
    <ol className={styles['medals']}>
      {levels.map((level, index) => (
        <li key={level.medal} className={styles['level']}>
          <Medal level={index} levels={levels.length} hollow={level.winners.length === 0} />
          <div className={styles['given']}>
            <p className={styles['medal']}>
              <span className="strong">{level.medal}</span>{' '}
              {level.winners.length > 1 && <Badge>{t('medal.exAequo')}</Badge>}
            </p>
            {level.winners.length === 0 ? (
              <Nobody category={category} index={index} level={level} />
            ) : (
              level.winners.map(({ id, title, organisation }) => (
                <p key={id} className={styles['winner']}>
                  <span className={styles['title']}>{bindPunctuation(title)}</span>{' '}
                  <span className={styles['organisation']}>{organisation}</span>
                </p>
              ))
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
