import { useState } from 'react'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Link } from '../../ui/Link.tsx'
import { ErrorNotice, Notice } from '../../ui/Notice.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { type PlainChoice, useCast, type Vote } from './api.ts'
import styles from './Vote.module.css'
import { useSay } from './texts/say.ts'

const choices: readonly PlainChoice[] = ['yes', 'no', 'abstain']

/** One's ballot in an open vote: yes, no or abstention. A veto is another matter, and stands apart. */
export function Ballot({ vote }: { vote: Vote }) {
  const t = useSay()
  const cast = useCast(vote.id)
  const saved = vote.myBallot?.choice
  const kept = choices.find((choice) => choice === saved)
  const [picked, setPicked] = useState<PlainChoice | undefined>()
  const [isEmpty, setEmpty] = useState(false)
  const choice = picked ?? kept ?? null
  const save = (): void => {
    setEmpty(choice === null)
    if (choice !== null) cast.mutate({ choice })
  }
  const choose = (next: PlainChoice): void => {
    setPicked(next)
    setEmpty(false)
  }
  return (
    <section className={styles['section']}>
      <RadioCards
        label={<span className="caption">{t('ballot.title')}</span>}
        value={choice}
        onChange={choose}
        isDisabled={cast.isPending}
        options={choices.map((id) => ({ id, label: t(`choice.${id}`), hint: t(`choice.${vote.kind}.${id}`) }))}
      />
      {isEmpty && (
        <Notice tone="veto" role="alert">
          {t('ballot.choose')}
        </Notice>
      )}
      <ErrorNotice error={cast.error} />
      <div>
        <Button variant="primary" wide="phone" isPending={cast.isPending} onPress={save}>
          {t(cast.isPending ? 'ballot.saving' : kept ? 'ballot.change' : 'ballot.save')}
        </Button>
      </div>
      <output>
        {vote.myBallot && kept && !cast.isPending && (
          <Notice
            tone="done"
            title={
              <>
                {t('ballot.kept', { choice: t(`choice.word.${kept}`) })}, <TimeAgo at={vote.myBallot.at} />.
              </>
            }
          >
            {cast.data && (
              <>
                <p className="small">
                  <span className={styles['receipt']}>{t('ballot.receipt', { receipt: cast.data.receipt })}</span>
                </p>
                <p className="small">
                  {t('ballot.receiptHelp')}{' '}
                  <Link to={paths.voteLog(vote.id, cast.data.receipt)}>{t('ballot.findReceipt')}</Link>
                </p>
              </>
            )}
          </Notice>
        )}
      </output>
      <p className={styles['note']}>{t('ballot.named')}</p>
    </section>
  )
}
