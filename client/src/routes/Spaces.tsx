import { useSpaces } from '../features/spaces/api.ts'
import { SpaceList } from '../features/spaces/SpaceList.tsx'
import { useSay } from '../features/spaces/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** Every space that is open to the viewer. */
export function Spaces() {
  const t = useSay()
  const me = useMe()
  const spaces = useSpaces()
  return (
    <div className="page page-medium">
      <PageHead title={t('spaces.title')} tabTitle={t('spaces.tab')}>
        {me.can.createLoop && (
          <div className="page-acts">
            <LinkButton to={paths.newSpace} wide="phone">
              {t(me.can.createTeam ? 'newSpace.new' : 'loop.new')}
            </LinkButton>
          </div>
        )}
      </PageHead>
      <Loaded query={spaces}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('spaces.none')}>{t('spaces.noneHelp')}</EmptyState>
          ) : (
            <div className="stack-loose">
              <SpaceList spaces={all} />
            </div>
          )
        }
      </Loaded>
    </div>
  )
}
