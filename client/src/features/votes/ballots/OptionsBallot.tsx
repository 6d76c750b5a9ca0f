import { Button } from '../../../ui/Button.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import type { Vote } from '../api.ts'
import vote from '../Vote.module.css'
import { AskOnce } from '../secret/AskOnce.tsx'
import { useSay } from '../texts/say.ts'
import { Approvals } from './Approvals.tsx'
import { judgedPart } from './ballot-draft.ts'
import styles from './Ballots.module.css'
import { Criteria } from './Criteria.tsx'
import { Grades } from './Grades.tsx'
import { KeptBallot } from './KeptBallot.tsx'
import { missingOf } from './missing.ts'
import { MissingNotice } from './MissingNotice.tsx'
import { Number } from './Number.tsx'
import { Points } from './Points.tsx'
import { Ranking } from './Ranking.tsx'
import { Recused } from './Recused.tsx'
import { Seen } from './Seen.tsx'
import { SecondChoices, SecondChoice } from './SecondChoices.tsx'
import { type AskedBeforeSending, type BallotPart, type FileOf, useBallot } from './use-ballot.ts'
import { useBallotCast } from './use-ballot-cast.ts'

function Part(props: BallotPart) {
  switch (props.vote.method) {
    case 'majority-judgment':
      return <Grades {...props} />
    case 'score':
      return <Points {...props} />
    case 'approval':
      return <Approvals {...props} />
    case 'median':
      return <Number {...props} />
    case 'schulze':
    case 'irv':
      return <Ranking {...props} />
    case 'grid':
      return <Criteria {...props} />
    case 'threshold':
      return null
  }
}

/** The ways to take part without choosing: in a jury a blank ballot alone, which does one's duty. */
const secondKinds = ({ kind }: Vote) => (kind === 'award' ? (['blank'] as const) : (['blank', 'abstain'] as const))

interface OptionsBallotProps {
  vote: Vote
  /** What there is to read about each option. */
  files?: FileOf | undefined
  before?: AskedBeforeSending | undefined
}

/** One's ballot where there is more than yes or no: options to grade, to rank, to approve of, or a number. */
export function OptionsBallot({ vote: whole, files, before }: OptionsBallotProps) {
  const t = useSay()
  const of = judgedPart(whole)
  const isJury = of.kind === 'award'
  const { send, isPending, error, receipt, asked } = useBallotCast(of, before?.onSent)
  const { section, draft, messages, kept, change, save, focusOn, ...state } = useBallot(of, { send, error })
  const missing = missingOf(of, messages)
  const second = draft.kind === 'value' ? undefined : draft.kind
  const act = kept ? 'ballot.change' : second ? (`ballot.save.${second}` as const) : 'ballot.save'
  const how = isJury && of.method === 'majority-judgment' ? 'jury.how' : (`ballot.how.${of.method}` as const)
  return (
    <section ref={section} className={vote['section']} aria-labelledby="ballot">
      <div className={styles['head']}>
        <h2 id="ballot" className="caption">
          {t('ballot.title')}
        </h2>
        <p className={styles['how']} id="ballot-how">
          {t(how)}
        </p>
      </div>
      <Recused vote={whole} />
      {second === undefined ? (
        <div data-ballot role="group" aria-labelledby="ballot" aria-describedby="ballot-how">
          <Part vote={of} files={files} draft={draft} onChange={change} messages={messages} />
        </div>
      ) : (
        <SecondChoice
          kind={second}
          help={t(isJury ? 'jury.blankHelp' : `ballot.takenHelp.${second}`)}
          onBack={isJury && of.options.length === 0 ? null : () => change({ kind: 'value' })}
        />
      )}
      <MissingNotice missing={missing} isJury={isJury} onChoose={focusOn} />
      {missing.length === 0 && messages[''] && of.method !== 'median' && (
        <Notice tone="live" role="alert" title={messages['']} />
      )}
      <Seen of={error}>
        <ErrorNotice error={error} />
      </Seen>
      {before?.check}
      <div>
        <Button variant="primary" wide="phone" isPending={isPending} onPress={save}>
          {isPending ? t('ballot.saving') : t(act)}
        </Button>
      </div>
      <KeptBallot vote={of} {...state} isPending={isPending} receipt={receipt} />
      {second === undefined && <SecondChoices kinds={secondKinds(of)} onChoose={(kind) => change({ kind })} />}
      <p className={vote['note']}>{t(of.secret ? 'ballot.secret' : isJury ? 'jury.named' : 'ballot.named')}</p>
      {of.secret && <AskOnce vote={of} asked={asked} />}
    </section>
  )
}
