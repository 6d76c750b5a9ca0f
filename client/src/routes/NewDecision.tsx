import { useNavigate, useSearchParams } from 'react-router'
import { useTopic } from '../features/forum/api.ts'
import { type Poll, usePoll } from '../features/forum/polls/api.ts'
import { useSpace } from '../features/spaces/space-context.ts'
import type { Vote } from '../features/votes/api.ts'
import type { Draft } from '../features/votes/deciding/api.ts'
import { DecisionForm, type DecisionFormProps } from '../features/votes/deciding/DecisionForm.tsx'
import { useSay } from '../features/votes/texts/say.ts'
import { usePage } from '../features/wiki/api.ts'
import { paths } from '../lib/paths.ts'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { toast } from '../ui/toasts.ts'

type Source = { kind: 'topic' | 'page'; id: string }

function FromTopic({ id }: { id: string }) {
  const t = useSay()
  return (
    <Loaded query={useTopic(id)}>
      {({ title }) => (
        <p className="muted">
          {t('decide.fromTopic')} <Link to={paths.topic(id)}>{title}</Link>.
        </p>
      )}
    </Loaded>
  )
}

function FromPage({ id }: { id: string }) {
  const t = useSay()
  return (
    <Loaded query={usePage(id)}>
      {({ title, revisionOf }) => (
        <p className="muted">
          {t(revisionOf === null ? 'decide.fromPage' : 'decide.fromRevision')} <Link to={paths.page(id)}>{title}</Link>.
        </p>
      )}
    </Loaded>
  )
}

/** Where the address says from what the question comes. */
const sourceOf = (query: URLSearchParams): Source | undefined => {
  const [topic, page] = [query.get('sujet'), query.get('page')]
  if (topic) return { kind: 'topic', id: topic }
  return page ? { kind: 'page', id: page } : undefined
}

/** What a poll asked, as a question for a vote: where several options could be chosen, those that one could live with. */
const startOf = ({ id, question, options, multiple }: Poll) => ({
  id,
  asking: {
    question,
    options: options.map(({ label }) => label),
    need: multiple ? ('approve' as const) : ('choose' as const),
  },
})

function FormFromPoll({ topicId, pollId, ...props }: { topicId: string; pollId: string } & DecisionFormProps) {
  return <Loaded query={usePoll(topicId, pollId)}>{(poll) => <DecisionForm {...props} start={startOf(poll)} />}</Loaded>
}

/** The title of the topic, as a question to begin with. */
function FormFromTopic({ id, ...props }: { id: string } & DecisionFormProps) {
  return (
    <Loaded query={useTopic(id)}>
      {({ title }) => <DecisionForm {...props} start={{ id, asking: { question: title } }} />}
    </Loaded>
  )
}

/** What is asked depends on whether it is a revision, so that is known first. */
function FormFromPage({ id, ...props }: { id: string } & DecisionFormProps) {
  return (
    <Loaded query={usePage(id)}>
      {({ revisionOf, title }) => <DecisionForm {...props} revised={revisionOf === null ? undefined : title} />}
    </Loaded>
  )
}

/** Puts a question to the vote of a space. */
export function NewDecision() {
  const t = useSay()
  const space = useSpace()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const source = sourceOf(query)
  const pollId = query.get('sondage')
  const opened = (vote: Vote): void => {
    toast(t('decision.opened'))
    void navigate(paths.vote(vote.id), { replace: true })
  }
  const kept = (draft: Draft): void => {
    toast(t(draft.status === 'scheduled' ? 'decide.scheduled' : 'decide.kept'))
    void navigate(paths.spaceVotes(space.slug), { replace: true })
  }
  const form = { spaceId: space.id, ...(source && { source }), onOpened: opened, onKept: kept }
  return (
    <div className="page-inner">
      <PageHead title={t('decision.new')} lede={t('decision.newLede')}>
        {source?.kind === 'topic' && <FromTopic id={source.id} />}
        {source?.kind === 'page' && <FromPage id={source.id} />}
      </PageHead>
      {pollId && source ? (
        <FormFromPoll key={pollId} topicId={source.id} pollId={pollId} {...form} />
      ) : source?.kind === 'page' ? (
        <FormFromPage key={source.id} id={source.id} {...form} />
      ) : source ? (
        <FormFromTopic key={source.id} id={source.id} {...form} />
      ) : (
        <DecisionForm key={space.id} {...form} />
      )}
    </div>
  )
}
