import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Link } from '../../ui/Link.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Candidacy, Vote } from './api.ts'
import { VoteBadge } from './VoteBadge.tsx'
import styles from './VoteList.module.css'
import { useSay } from './texts/say.ts'

/** The name of a vote's space; undefined where all are of one. */
export type SpaceNames = ReadonlyMap<string, string> | undefined

function Line({ vote, spaces }: { vote: Vote; spaces: SpaceNames }) {
  const t = useSay()
  const where = spaces?.get(vote.spaceId)
  const vetoes = vote.vetoes.length
  return (
    <li className={styles['line']}>
      <div className="row">
        <VoteBadge vote={vote} />
        {vetoes > 0 && vote.status === 'open' && <Badge tone="veto">{t('votes.vetoes', { count: vetoes })}</Badge>}
      </div>
      <h3>
        <Link to={paths.vote(vote.id)}>{bindPunctuation(vote.question)}</Link>
      </h3>
      <p className="small muted">
        {where && `${where} · `}
        {vote.status === 'closed' && (
          <>
            {t('votes.closedOn')} <TimeAgo at={vote.closesAt} /> ·{' '}
          </>
        )}
        {t('votes.expressed', { count: vote.voters, roll: vote.roll })}
        {vote.myBallot && ` · ${t('votes.mine', { choice: t(`choice.word.${vote.myBallot.choice}`) })}`}
      </p>
    </li>
  )
}

/** Votes under one heading; shows nothing without any. */
export function VoteList({
  id,
  title,
  votes,
  spaces,
}: {
  id: string
  title: string
  votes: readonly Vote[]
  spaces?: SpaceNames
}) {
  if (votes.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {title}
      </h2>
      <ul className="ruled">
        {votes.map((vote) => (
          <Line key={vote.id} vote={vote} spaces={spaces} />
        ))}
      </ul>
    </section>
  )
}

/** Candidacies that nobody has yet put to the vote. */
export function SubmittedList({ candidacies }: { candidacies: readonly Candidacy[] }) {
  const t = useSay()
  if (candidacies.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="to-open">
      <h2 id="to-open" className="caption">
        {t('votes.toOpen')}
      </h2>
      <ul className="ruled">
        {candidacies.map((candidacy) => (
          <li key={candidacy.id} className={styles['line']}>
            <h3>
              <Link to={paths.candidacy(candidacy.id)}>{t('votes.wantsSeat', { name: candidacy.name })}</Link>
            </h3>
            <p className="small muted">
              {t('votes.received')} <TimeAgo at={candidacy.submittedAt} /> ·{' '}
              {candidacy.sponsor ? t('candidacy.by', { name: candidacy.sponsor.name }) : t('candidacy.noSponsor')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
