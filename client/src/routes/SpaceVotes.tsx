import { useSpace } from '../features/spaces/space-context.ts'
import { VotesOverview } from '../features/votes/VotesOverview.tsx'
import { paths } from '../lib/paths.ts'
import { useMe } from '../lib/session.ts'
import { LinkButton } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/votes/texts/say.ts'

/** The votes of one space; in the committee's, the candidacies too. */
export function SpaceVotes() {
  const t = useSay()
  const me = useMe()
  const space = useSpace()
  const isCommittee = space.kind === 'committee'
  const hasSeat = me.role === 'member'
  const admits = isCommittee && (hasSeat || me.can.administer)
  const decides = !space.closedAt && (isCommittee ? hasSeat : space.can.write && space.joined)
  return (
    <div className="page-inner">
      <PageHead title={t('votes.tab')} tabTitle={`${t('votes.tab')}, ${space.name}`}>
        {(decides || admits) && (
          <div className="page-acts">
            {decides && (
              <LinkButton to={paths.newDecision(space.slug)} wide="phone">
                {t('votes.decide')}
              </LinkButton>
            )}
            {admits && (
              <LinkButton to={paths.newCandidacy} wide="phone">
                {t('votes.propose')}
              </LinkButton>
            )}
          </div>
        )}
      </PageHead>
      <VotesOverview
        spaceId={space.id}
        withCandidacies={admits}
        empty={{ title: t('votes.noneSpace'), help: t('votes.noneSpaceHelp') }}
      />
    </div>
  )
}
