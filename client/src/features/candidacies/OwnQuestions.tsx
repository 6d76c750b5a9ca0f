import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { toast } from '../../ui/toasts.ts'
import { type Followed, useFollowAct } from './api.ts'
import styles from './Candidacies.module.css'
import { SayForm } from './SayForm.tsx'
import { useSay } from './texts/say.ts'

type OwnQuestion = Followed['questions'][number]

/** What the candidate and the committee ask each other. */
export function OwnQuestions({ followed, token }: { followed: Followed; token: string }) {
  const t = useSay()
  const ask = useFollowAct(token, 'questions', () => toast(t('follow.asked')))
  const { questions, can } = followed
  if (questions.length === 0 && !can.ask) return null
  return (
    <section className={styles['section']} aria-labelledby="questions">
      <h2 id="questions">{t('follow.questions')}</h2>
      {questions.length === 0 && <p className="muted">{t('follow.noQuestions')}</p>}
      {questions.length > 0 && (
        <ol className={styles['exchange']}>
          {questions.map((question) => (
            <li key={question.id} className={styles['turn']}>
              <Turn question={question} token={token} mayAnswer={can.answer} />
            </li>
          ))}
        </ol>
      )}
      {can.ask && (
        <SayForm
          label={t('follow.ask')}
          hint={t('follow.askHint')}
          act={t('follow.askAct')}
          maxLength={2_000}
          error={ask.error}
          isPending={ask.isPending}
          onSay={(question, done) => ask.mutate({ question }, { onSuccess: done })}
        />
      )}
    </section>
  )
}

function Turn({ question, token, mayAnswer }: { question: OwnQuestion; token: string; mayAnswer: boolean }) {
  const t = useSay()
  const answer = useFollowAct(token, 'answers', () => toast(t('follow.answered')))
  const { id, fromCandidate, body, at } = question
  const isMyTurn = !fromCandidate && question.answer === null && mayAnswer
  return (
    <>
      <div className={styles['said']}>
        <p className="small muted">
          {t(fromCandidate ? 'follow.youAsk' : 'follow.theyAsk')}, <TimeAgo at={at} />
        </p>
        <p>{body}</p>
      </div>
      {question.answer !== null && (
        <div className={styles['reply']}>
          <p className="small muted">{t(fromCandidate ? 'follow.theirAnswer' : 'follow.answer')}</p>
          <p>{question.answer}</p>
        </div>
      )}
      {question.answer === null && !isMyTurn && <p className="small muted">{t('follow.awaiting')}</p>}
      {isMyTurn && (
        <SayForm
          label={t('follow.answer')}
          act={t('follow.send')}
          variant="primary"
          maxLength={4_000}
          error={answer.error}
          isPending={answer.isPending}
          onSay={(text, done) => answer.mutate({ questionId: id, answer: text }, { onSuccess: done })}
        />
      )}
    </>
  )
}
