import { RunningAward } from '../features/award/office/RunningAward.tsx'
import { useOpenVotes } from '../features/votes/api.ts'
import { VotesOverview } from '../features/votes/VotesOverview.tsx'
import { isWaiting } from '../features/votes/waiting.ts'
import { useSpaces } from '../features/spaces/api.ts'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/votes/texts/say.ts'

/** Every vote that is open to the viewer, in all spaces: what waits for them first. */
export function Votes() {
  const t = useSay()
  const me = useMe()
  const open = useOpenVotes()
  const spaces = useSpaces()
  const admits = me.role === 'member' || me.can.administer
  const waiting = open.data?.filter(isWaiting)
  const title = waiting ? t('votes.title', { count: waiting.length }) : t('votes.tab')
  return (
    <div className="page page-medium">
      <PageHead title={title} tabTitle={t('votes.tab')}>
        {admits && (
          <div className="page-acts">
            <LinkButton to={paths.newCandidacy} wide="phone">
              {t('votes.propose')}
            </LinkButton>
          </div>
        )}
        <RunningAward isWanted={me.role !== 'guest'} waiting={waiting?.map(({ id }) => id)} />
      </PageHead>
      <VotesOverview
        spaces={new Map(spaces.data?.map(({ id, name }) => [id, name]))}
        withCandidacies={admits}
        empty={{ title: t('votes.none'), help: t('votes.noneHelp') }}
      />
    </div>
  )
}
