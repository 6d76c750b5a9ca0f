import { Button } from '../../ui/Button.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { type Candidacy, type Question, useAnswerCandidate, useAsk, usePass, useQuestions } from './api.ts'
import styles from './Candidacies.module.css'
import { SayForm } from './SayForm.tsx'
import { useSay } from './texts/say.ts'

/** Questions to the candidate and back, as the committee reads them; the sponsor passes them on. */
export function Exchange({ candidacy }: { candidacy: Candidacy }) {
  const t = useSay()
  const questions = useQuestions(candidacy.id)
  const ask = useAsk(candidacy.id, () => undefined)
  const { can, name, sponsor } = candidacy
  return (
    <section className={styles['section']} aria-labelledby="exchange">
      <h2 id="exchange" className="caption">
        {t('question.title')}
      </h2>
      <Loaded query={questions}>
        {(items) =>
          items.length === 0 ? (
            <p className="muted">{t('question.none')}</p>
          ) : (
            <ol className={styles['exchange']}>
              {items.map((question) => (
                <li key={question.id} className={styles['turn']}>
                  <Turn question={question} candidacy={candidacy} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      {can.ask && (
        <SayForm
          label={t('question.ask', { name })}
          hint={t(sponsor ? 'question.askHint' : 'question.askHintAlone')}
          act={t('question.askAct')}
          maxLength={2_000}
          error={ask.error}
          isPending={ask.isPending}
          onSay={(question, done) => ask.mutate(question, { onSuccess: done })}
        />
      )}
    </section>
  )
}

function Turn({ question, candidacy: { id, name } }: { question: Question; candidacy: Candidacy }) {
  const t = useSay()
  const pass = usePass(id)
  const answer = useAnswerCandidate(id, question.id)
  const { fromCandidate, author, can } = question
  const who = author?.name ?? t('question.bySomeone')
  return (
    <>
      <div className={styles['said']}>
        <p className="small muted">
          {fromCandidate ? t('question.candidateAsks', { name }) : t('question.asks', { name: who })},{' '}
          <TimeAgo at={question.askedAt} />
        </p>
        <p>{question.body}</p>
      </div>
      {question.answer !== null && (
        <div className={styles['reply']}>
          <p className="small muted">
            {fromCandidate ? t('question.committeeAnswers') : t('question.answers', { name })}
          </p>
          <p>{question.answer}</p>
        </div>
      )}
      {question.answer === null && !fromCandidate && (
        <p className="small muted">{t(question.passedAt ? 'question.passed' : 'question.notPassed')}</p>
      )}
      {can.pass && (
        <div>
          <Button size="small" isPending={pass.isPending} onPress={() => pass.mutate(question.id)}>
            {t('question.pass')}
          </Button>
        </div>
      )}
      <ErrorNotice error={pass.error} />
      {can.answer && (
        <SayForm
          label={t('question.answer')}
          act={t('question.answerAct')}
          maxLength={4_000}
          error={answer.error}
          isPending={answer.isPending}
          onSay={(text, done) => answer.mutate(text, { onSuccess: done })}
        />
      )}
    </>
  )
}
