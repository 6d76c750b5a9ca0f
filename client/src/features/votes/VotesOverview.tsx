import { More } from '../../ui/More.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useCandidacies, useClosedVotes, useOpenVotes, useReviews } from './api.ts'
import { useQuestionDrafts } from './deciding/api.ts'
import { DraftList } from './deciding/DraftList.tsx'
import { isWaiting } from './waiting.ts'
import { type SpaceNames, CandidacyList, VoteList } from './VoteList.tsx'
import { useSay } from './texts/say.ts'

interface OverviewProps {
  /** Of one space alone. */
  spaceId?: string
  spaces?: SpaceNames
  /** Whether candidacies that wait to be put to the vote are shown. */
  withCandidacies: boolean
  empty: { title: string; help: string }
}

const itemsOf = <Item,>(data: { pages: { items: Item[] }[] } | undefined): Item[] =>
  data?.pages.flatMap((page) => page.items) ?? []

/** Of a list that did not come; one whose next page did not says so itself. */
const firstError = (query: { error: Error | null; isFetchNextPageError: boolean }): Error | null =>
  query.isFetchNextPageError ? null : query.error

/** What waits for one's voice, what is open, what is looked at again, then what is closed. */
export function VotesOverview({ spaceId, spaces, withCandidacies, empty }: OverviewProps) {
  const t = useSay()
  const open = useOpenVotes(spaceId)
  const closed = useClosedVotes(spaceId)
  const toOpen = useCandidacies('submitted', withCandidacies)
  const vetoed = useCandidacies('vetoed', withCandidacies)
  const [submitted, blocked] = [itemsOf(toOpen.data), itemsOf(vetoed.data)]
  const drafts = useQuestionDrafts(spaceId)
  const reviews = useReviews(spaceId)
  const past = itemsOf(closed.data)
  const error = open.error ?? firstError(closed) ?? firstError(toOpen) ?? firstError(vetoed)
  if (open.isPending || closed.isPending) return error ? <ErrorNotice error={error} /> : <Skeleton lines={6} />
  const waiting = open.data?.filter(isWaiting) ?? []
  const others = open.data?.filter((vote) => !isWaiting(vote)) ?? []
  const retry = (): void => {
    for (const query of [open, closed, toOpen, vetoed]) if (query.isError) void query.refetch()
  }
  const isEmpty =
    waiting.length + others.length + submitted.length + past.length === 0 &&
    !drafts.isPending &&
    (drafts.data ?? []).length === 0
  return (
    <div className="stack-loose">
      <ErrorNotice error={error} onRetry={retry} />
      {isEmpty && !error && <EmptyState title={empty.title}>{empty.help}</EmptyState>}
      <VoteList id="waiting" title={t('votes.waiting')} votes={waiting} spaces={spaces} />
      <VoteList id="open" title={t('votes.open')} votes={others} spaces={spaces} />
      <CandidacyList id="to-open" title={t('votes.toOpen')} candidacies={submitted} />
      <More query={toOpen} />
      <CandidacyList id="blocked" title={t('votes.blocked')} candidacies={blocked} />
      <More query={vetoed} />
      <DraftList spaceId={spaceId} />
      <VoteList id="review" title={t('review.list')} votes={reviews.data ?? []} spaces={spaces} />
      <VoteList id="closed" title={t('votes.closed')} votes={past} spaces={spaces} />
      <More query={closed} />
    </div>
  )
}
