import { useParams } from 'react-router'
import { useSpaceQuery } from '../features/spaces/api.ts'
import { type Vote as VoteData, useCandidacy, useVote } from '../features/votes/api.ts'
import { CandidacyView } from '../features/votes/CandidacyView.tsx'
import { DecisionView } from '../features/votes/DecisionView.tsx'
import { useInPlace } from '../lib/place.ts'
import { Loaded } from '../ui/Loaded.tsx'

function OfCandidacy({ id }: { id: string }) {
  return <Loaded query={useCandidacy(id)}>{(candidacy) => <CandidacyView candidacy={candidacy} />}</Loaded>
}

function InSpace({ vote }: { vote: VoteData }) {
  const space = useSpaceQuery(vote.spaceId)
  useInPlace(space.data)
  return vote.candidacyId ? <OfCandidacy id={vote.candidacyId} /> : <DecisionView vote={vote} />
}

/** One vote: a decision, or the candidacy that it is about. */
export function Vote() {
  const { id = '' } = useParams()
  return (
    <div className="page">
      <Loaded query={useVote(id)}>{(vote) => <InSpace vote={vote} />}</Loaded>
    </div>
  )
}
