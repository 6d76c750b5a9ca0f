import type { Space } from '@cenacle/contract/space'
import { useSay } from './texts/say.ts'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { toast } from '../../ui/toasts.ts'
import { useJoin } from './api.ts'
import { groupsOf } from './groups.ts'
import styles from './SpaceList.module.css'

function Line({ space }: { space: Space }) {
  const t = useSay()
  const join = useJoin()
  const enter = (): void => join.mutate(space.id, { onSuccess: () => toast(t('spaces.joined', { name: space.name })) })
  return (
    <li className={styles['space']}>
      <div className={styles['text']}>
        <h3>
          <Link to={paths.space(space.slug)}>{bindPunctuation(space.name)}</Link>
        </h3>
        {space.purpose && <p className="muted">{space.purpose}</p>}
        <p className="small muted">
          {space.peopleCount > 0 && t('spaces.people', { count: space.peopleCount })}
          {space.kind === 'loop' && space.open && ` · ${t('spaces.openLoop')}`}
          {space.until && (
            <>
              {' · '}
              {t('spaces.untilFor')} <TimeAgo at={space.until} />
            </>
          )}
        </p>
      </div>
      <div className={styles['end']}>
        {space.closedAt && <Badge>{t('spaces.closed')}</Badge>}
        {space.can.join && (
          <Button
            size="small"
            isPending={join.isPending}
            aria-label={t('spaces.joinNamed', { name: space.name })}
            onPress={enter}
          >
            {t('spaces.join')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** The spaces that one may see, by kind. */
export function SpaceList({ spaces }: { spaces: readonly Space[] }) {
  const t = useSay()
  return groupsOf(spaces).map((group) => (
    <section key={group.kind} className={styles['group']} aria-labelledby={`kind-${group.kind}`}>
      <h2 id={`kind-${group.kind}`} className="caption">
        {t(`spaces.group.${group.kind}`)}
      </h2>
      <ul className="ruled">
        {group.spaces.map((space) => (
          <Line key={space.id} space={space} />
        ))}
      </ul>
    </section>
  ))
}
