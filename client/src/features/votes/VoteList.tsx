import { useI18n } from '../../i18n/i18n.tsx'
import { sayDate } from '../../i18n/time.ts'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { paths } from '../../lib/paths.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Link } from '../../ui/Link.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { Candidacy, Vote } from './api.ts'
import { VoteBadge } from './VoteBadge.tsx'
import styles from './VoteList.module.css'
import { useSay } from './texts/say.ts'

/** The name of a vote's space; undefined where all are of one. */
export type SpaceNames = ReadonlyMap<string, string> | undefined

function Line({ vote, spaces }: { vote: Vote; spaces: SpaceNames }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const where = spaces?.get(vote.spaceId)
  const vetoes = vote.vetoes.length
  const { options, voters, roll, myBallot } = vote
  const isJury = vote.kind === 'award'
  const facts = [
    isJury && t('jury.kind'),
    options.length > 0 && t(isJury ? 'jury.nominees' : 'votes.options', { count: options.length }),
    vote.secret && t('votes.secret'),
    vote.written?.reviewOn &&
      !vote.written.review &&
      t(vote.written.reviewDue ? 'review.due' : 'review.on', {
        date: sayDate(new Date(`${vote.written.reviewOn}T12:00:00`), now, locale),
      }),
    vote.status !== 'cancelled' && t('votes.expressed', { count: voters, roll }),
    myBallot && t('votes.mine', { choice: t(`choice.word.${myBallot.choice}`) }),
  ]
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
        {where && `${where}\u00a0· `}
        {vote.status === 'closed' && (
          <>
            {t('votes.closedOn')} <TimeAgo at={vote.closesAt} />
            {'\u00a0· '}
          </>
        )}
        {facts.filter(Boolean).join('\u00a0· ')}
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

interface CandidacyListProps {
  id: string
  title: string
  candidacies: readonly Candidacy[]
}

/** Candidacies that wait for the committee: to be put to the vote, or taken up again; shows nothing without any. */
export function CandidacyList({ id, title, candidacies }: CandidacyListProps) {
  const t = useSay()
  if (candidacies.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {title}
      </h2>
      <ul className="ruled">
        {candidacies.map((candidacy) => (
          <li key={candidacy.id} className={styles['line']}>
            <h3>
              <Link to={paths.candidacy(candidacy.id)}>{t('votes.wantsSeat', { name: candidacy.name })}</Link>
            </h3>
            <p className="small muted">
              {t('votes.received')} <TimeAgo at={candidacy.submittedAt} />
              {'\u00a0· '}
              {candidacy.sponsor ? t('candidacy.by', { name: candidacy.sponsor.name }) : t('candidacy.noSponsor')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
