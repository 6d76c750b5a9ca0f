import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { useSpaceQuery } from '../features/spaces/api.ts'
import { type Vote as VoteData, useVote } from '../features/votes/api.ts'
import { DecisionView } from '../features/votes/DecisionView.tsx'
import { useInPlace } from '../lib/place.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { OneCandidacy } from './OneCandidacy.tsx'

function InSpace({ vote }: { vote: VoteData }) {
  const space = useSpaceQuery(vote.spaceId)
  useInPlace(space.data)
  if (vote.kind === 'award')
    return (
      <Suspense>
        <Jury key={vote.id} vote={vote} />
      </Suspense>
    )
  return vote.candidacyId ? (
    <OneCandidacy id={vote.candidacyId} />
  ) : (
    <DecisionView vote={vote} comparison={<Comparison vote={vote} />} />
  )
}

/** Loaded with the juries, which are few. */
const Jury = lazy(async () => ({ default: (await import('./OneJury.tsx')).OneJury }))

/** Loaded with the votes that are about a page's text, which are few. */
const ComparisonView = lazy(async () => ({
  default: (await import('../features/wiki/revisions/ComparisonView.tsx')).ComparisonView,
}))

function Comparison({ vote: { revises } }: { vote: VoteData }) {
  if (!revises?.comparison) return null
  return (
    <Suspense>
      <ComparisonView comparison={revises.comparison} />
    </Suspense>
  )
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
