import type { SeatsPicture } from '@cenacle/contract/committee'
import { paths } from '../../lib/paths.ts'
import { Link } from '../../ui/Link.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import styles from './Committee.module.css'
import { useSay } from './texts/say.ts'

/** Who waits for a seat, in the order in which they take one; for those whom admissions do not concern, how many. */
export function WaitingList({ seats: { list, waiting } }: { seats: SeatsPicture }) {
  const t = useSay()
  const count = waiting.women + waiting.men + waiting.undeclared
  if (count === 0) return <p className="muted">{t('waiting.none')}</p>
  return (
    <div className={styles['block']}>
      <p className="small muted">
        {t('waiting.count', { count })} {t('waiting.help')}
      </p>
      {list && (
        <ol className={styles['waiting']}>
          {list.map(({ candidacyId, name, rank, since }) => (
            <li key={candidacyId}>
              <Link to={paths.candidacy(candidacyId)}>{name}</Link>{' '}
              <span className="small muted">
                {rank === null ? t('waiting.noRank') : t('waiting.rank', { rank })}, {t('waiting.since')}{' '}
                <TimeAgo at={since} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
