import type { ReactNode } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { Badge } from '../../ui/Badge.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Participation, Rule } from './About.tsx'
import type { Vote } from './api.ts'
import { OptionHead } from './ballots/OptionHead.tsx'
import type { AskedBeforeSending, FileOf } from './ballots/use-ballot.ts'
import { sayUntil } from './candidacy-texts.ts'
import { Extensions, Withdrawn } from './managing/History.tsx'
import { CalendarLink, Exports } from './managing/Links.tsx'
import { VoteMenu } from './managing/VoteMenu.tsx'
import { NextForDecision } from './NextStep.tsx'
import { VoteBadge } from './VoteBadge.tsx'
import styles from './Vote.module.css'
import { Voting } from './Voting.tsx'
import { useSay } from './texts/say.ts'

/** What the award says on the page of one of its juries. */
export interface JuryParts {
  /** Where the vote belongs, above its title. */
  above?: ReactNode
  /** What is put to the vote, instead of the question that the roll was mailed. */
  title?: string
  /** Under the embargo: when the result is public. */
  sealed?: ReactNode
  /** Asked before one judges: whether something ties one to what is judged. */
  ask?: ReactNode
  /** The same, where one has not said it yet, as one sends. */
  before?: AskedBeforeSending | undefined
  /** What one does about a conflict of interest. */
  conflicts?: ReactNode
  files?: FileOf
}

/** The nominees, where there is no ballot that shows them. */
function Files({ vote, files }: { vote: Vote; files: FileOf }) {
  const t = useSay()
  return (
    <section className={styles['section']} aria-labelledby="files">
      <h2 id="files" className="caption">
        {t('jury.files')}
      </h2>
      <ul className="ruled">
        {vote.options.map(({ id, label }) => (
          <li key={id} className={styles['nominee']}>
            <OptionHead id={`file-${id}`} label={label} file={files(id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One jury of the award: the nominees and one's ballot, then nothing until the palmarès, then what came out. */
export function JuryView({ vote, parts }: { vote: Vote; parts: JuryParts }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const isOpen = vote.status === 'open'
  const { files } = parts
  return (
    <>
      <PageHead
        above={parts.above ?? t('jury.kind')}
        title={bindPunctuation(parts.title ?? vote.question)}
        tabTitle={vote.question}
      >
        <div className="row">
          <VoteBadge vote={vote} />
          {isOpen && <Badge bare>{sayUntil(vote.closesAt, now, locale, t)}</Badge>}
          <VoteMenu vote={vote} />
        </div>
      </PageHead>
      <div className="with-aside">
        <div className="stack-loose">
          {vote.embargoed && parts.sealed}
          <Withdrawn vote={vote} />
          {isOpen && vote.can.vote && parts.ask}
          <Voting vote={vote} files={files} before={parts.before} />
          {files && !(isOpen && vote.can.vote) && <Files vote={vote} files={files} />}
          {parts.conflicts}
        </div>
        <aside className={styles['aside']}>
          <Participation vote={vote} />
          <NextForDecision vote={vote} />
          <Rule vote={vote} />
          <Extensions vote={vote} />
          <Exports vote={vote} />
          <CalendarLink vote={vote} />
        </aside>
      </div>
    </>
  )
}
