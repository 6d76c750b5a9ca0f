import { useState } from 'react'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Link } from '../../ui/Link.tsx'
import { ErrorNotice, Notice } from '../../ui/Notice.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Vote } from './api.ts'
import { sayBlank } from './sentences.ts'
import { Seen } from './ballots/Seen.tsx'
import { useBallotCast } from './ballots/use-ballot-cast.ts'
import styles from './Vote.module.css'
import { AskOnce } from './secret/AskOnce.tsx'
import { useSay } from './texts/say.ts'

const choices = ['yes', 'no', 'abstain', 'blank'] as const
type Choice = (typeof choices)[number]

/** One's ballot in an open vote: yes, no, abstention, and below them, quieter, a blank vote. A veto is another matter, and stands apart. */
export function Ballot({ vote }: { vote: Vote }) {
  const t = useSay()
  const { send, isPending, error, receipt, asked } = useBallotCast(vote)
  const saved = vote.myBallot?.choice
  const kept = choices.find((choice) => choice === saved)
  const [picked, setPicked] = useState<Choice | undefined>()
  const [isEmpty, setEmpty] = useState(false)
  const choice = picked ?? kept ?? null
  const save = (): void => {
    setEmpty(choice === null)
    if (choice !== null) send({ choice })
  }
  const choose = (next: Choice): void => {
    setPicked(next)
    setEmpty(false)
  }
  return (
    <section className={styles['section']}>
      <RadioCards
        label={<span className="caption">{t('ballot.title')}</span>}
        value={choice}
        onChange={choose}
        isDisabled={isPending}
        options={choices.map((id) =>
          id === 'blank'
            ? { id, label: t('choice.blank'), hint: sayBlank(vote.rules, t), tone: 'quiet' }
            : {
                id,
                label: t(`choice.${id}`),
                hint: t(`choice.${vote.kind === 'award' ? 'decision' : vote.kind}.${id}`),
              },
        )}
      />
      <Seen of={isEmpty}>
        <Notice tone="veto" role="alert">
          {t('ballot.choose')}
        </Notice>
      </Seen>
      <Seen of={error}>
        <ErrorNotice error={error} />
      </Seen>
      <div>
        <Button variant="primary" wide="phone" isPending={isPending} onPress={save}>
          {t(isPending ? 'ballot.saving' : kept ? 'ballot.change' : 'ballot.save')}
        </Button>
      </div>
      <output>
        {vote.myBallot && kept && !isPending && (
          <Notice
            tone="done"
            title={
              <>
                {t('ballot.kept', { choice: t(`choice.word.${kept}`) })}, <TimeAgo at={vote.myBallot.at} />.
              </>
            }
          >
            {receipt && (
              <>
                <p className="small">
                  {t('ballot.receipt')} <span className={styles['receipt']}>{receipt}</span>
                </p>
                <p className="small">
                  {t('ballot.receiptHelp')} <Link to={paths.voteLog(vote.id, receipt)}>{t('ballot.findReceipt')}</Link>
                </p>
              </>
            )}
          </Notice>
        )}
      </output>
      <p className={styles['note']}>{t(vote.secret ? 'ballot.secret' : 'ballot.named')}</p>
      {vote.secret && <AskOnce vote={vote} asked={asked} />}
    </section>
  )
}
