import { useLatePart } from './use-late-part.ts'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'

const load = () => import('./PollCard.tsx')
const loadDialog = () => import('./PollDialog.tsx')

interface PollBelowProps {
  post: { topicId: string; number: number }
  pollId: string
}

/** The poll below a post; what shows it is loaded where there is one. */
export function PollBelow({ post, pollId }: PollBelowProps) {
  const { part, error, retry } = useLatePart(load)
  if (part) return <part.PollCard topicId={post.topicId} pollId={pollId} number={post.number} />
  return error ? <ErrorNotice error={error} onRetry={retry} /> : <Skeleton lines={4} />
}

/** The dialog that adds a poll to a post that stands already. */
export function AddPoll({
  post,
  onClose,
}: {
  post: { id: string; topicId: string; number: number }
  onClose: () => void
}) {
  const { part, error, retry } = useLatePart(loadDialog)
  if (part) return <part.PollDialog post={post} onClose={onClose} />
  return <ErrorNotice error={error} onRetry={retry} />
}
