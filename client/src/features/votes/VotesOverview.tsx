import { More } from '../../ui/More.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useCandidacies, useClosedVotes, useOpenVotes } from './api.ts'
import { isWaiting } from './waiting.ts'
import { type SpaceNames, SubmittedList, VoteList } from './VoteList.tsx'
import { useSay } from './texts/say.ts'

interface OverviewProps {
  /** Of one space alone. */
  spaceId?: string
  spaces?: SpaceNames
  /** Whether candidacies that wait to be put to the vote are shown. */
  withCandidacies: boolean
  empty: { title: string; help: string }
}

/** What waits for one's voice, what is open, then what is closed. */
export function VotesOverview({ spaceId, spaces, withCandidacies, empty }: OverviewProps) {
  const t = useSay()
  const open = useOpenVotes(spaceId)
  const closed = useClosedVotes(spaceId)
  const candidacies = useCandidacies(withCandidacies)
  const submitted = candidacies.data?.filter((candidacy) => candidacy.status === 'submitted') ?? []
  const past = closed.data?.pages.flatMap((page) => page.items) ?? []
  const error = open.error ?? (closed.isFetchNextPageError ? null : closed.error) ?? candidacies.error
  if (open.isPending || closed.isPending) return error ? <ErrorNotice error={error} /> : <Skeleton lines={6} />
  const waiting = open.data?.filter(isWaiting) ?? []
  const others = open.data?.filter((vote) => !isWaiting(vote)) ?? []
  const retry = (): void => {
    for (const query of [open, closed, candidacies]) if (query.isError) void query.refetch()
  }
  const isEmpty = waiting.length + others.length + submitted.length + past.length === 0
  return (
    <div className="stack-loose">
      <ErrorNotice error={error} onRetry={retry} />
      {isEmpty && !error && <EmptyState title={empty.title}>{empty.help}</EmptyState>}
      <VoteList id="waiting" title={t('votes.waiting')} votes={waiting} spaces={spaces} />
      <VoteList id="open" title={t('votes.open')} votes={others} spaces={spaces} />
      <SubmittedList candidacies={submitted} />
      <VoteList id="closed" title={t('votes.closed')} votes={past} spaces={spaces} />
      <More query={closed} />
    </div>
  )
}
