import { useRef, useState } from 'react'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { asProblem } from '../../../lib/problem.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { type Poll, usePoll } from './api.ts'
import styles from './Poll.module.css'
import { PollBallot } from './PollBallot.tsx'
import { PollMenu } from './PollMenu.tsx'
import { PollResults } from './PollResults.tsx'
import { useSay } from './texts/say.ts'

/** What one sees of a poll: where one answers, until one has or asks for the counts; then these. */
function Body({ poll }: { poll: Poll }) {
  const t = useSay()
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<'ballot' | 'results'>()
  const isOver = poll.closed || (poll.closesAt !== null && new Date(poll.closesAt) <= now)
  const mayAnswer = poll.can.vote && !isOver
  const isAnswering = mayAnswer && (view ?? (poll.mine ? 'results' : 'ballot')) === 'ballot'
  const show = (next: 'ballot' | 'results'): void => {
    setView(next)
    // What had the focus is gone.
    box.current?.focus()
  }
  return (
    <div ref={box} tabIndex={-1} className={styles['answer']}>
      {isAnswering ? <PollBallot poll={poll} onDone={() => show('results')} /> : <PollResults poll={poll} />}
      <div className={styles['acts']}>
        {mayAnswer && !isAnswering && (
          <Button onPress={() => show('ballot')}>{t(poll.mine ? 'poll.change' : 'poll.answer')}</Button>
        )}
        {isAnswering && !poll.mine && (
          <Button variant="quiet" onPress={() => show('results')}>
            {t('poll.show')}
          </Button>
        )}
      </div>
      <p className="small muted">
        {t('poll.voters', { count: poll.voters })} {poll.multiple && !isAnswering && `${t('poll.several')}. `}
        {t('poll.unnamed')}
      </p>
    </div>
  )
}

function Card({ poll, number }: { poll: Poll; number: number }) {
  const t = useSay()
  const { closed, closesAt, can } = poll
  const from = { kind: 'topic' as const, id: poll.topicId, pollId: poll.id }
  return (
    <section className={styles['poll']} aria-label={`${t('poll.label')} : ${poll.question}`}>
      <div className={styles['head']}>
        <Badge>{t('poll.label')}</Badge>
        {closed && <Badge>{t('poll.closed')}</Badge>}
        {!closed && closesAt !== null && (
          <span className="small muted">
            {t('poll.ends')} <TimeAgo at={closesAt} />
          </span>
        )}
        <PollMenu poll={poll} number={number} />
      </div>
      <h3 className={styles['question']}>{bindPunctuation(poll.question)}</h3>
      <Body poll={poll} />
      <p className="small">
        {t('poll.nothing')} {can.decide && <Link to={paths.newDecision(poll.spaceSlug, from)}>{t('poll.decide')}</Link>}
      </p>
    </section>
  )
}

/** An indicative poll below its post. One that was taken away at this moment leaves nothing behind. */
export function PollCard({ topicId, pollId, number }: { topicId: string; pollId: string; number: number }) {
  const query = usePoll(topicId, pollId)
  if (asProblem(query.error)?.status === 404) return null
  return <Loaded query={query}>{(poll) => <Card poll={poll} number={number} />}</Loaded>
}
