import { useI18n } from '../../i18n/i18n.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type Result as ResultData, useResult, type Vote } from './api.ts'
import { Order } from './results/Order.tsx'
import styles from './results/Results.module.css'
import { hasRanking, namesOf, sayLead, sayTally, sayTurnout, sayWinner } from './results/tally-sentences.ts'
import { TallyPicture } from './results/TallyPicture.tsx'
import { Threshold } from './results/Threshold.tsx'
import { Voices } from './results/Voices.tsx'
import { sayResult } from './sentences.ts'
import vote from './Vote.module.css'
import { useSay } from './texts/say.ts'

/** Of a small secret vote: how it ended, and why no number is told. */
function Withheld({ vote: of, result }: { vote: Vote; result: ResultData }) {
  const t = useSay()
  return (
    <>
      <p className={styles['figure']}>
        {t(`outcome.said.${of.method === 'threshold' ? 'yesNo' : 'options'}.${result.outcome}`)}
      </p>
      {result.winner !== null && <p>{t('tally.wins', { name: namesOf(of).get(result.winner) ?? result.winner })}</p>}
      <Notice title={t('result.withheld')}>{t('result.withheldHelp', { roll: result.roll })}</Notice>
    </>
  )
}

/** Yes and no: the share that passed or failed, its base, the bar of the whole roll. */
function OfThreshold({ result }: { result: ResultData }) {
  const t = useSay()
  const { locale } = useI18n()
  const [share, ...rest] = sayResult(result, t, locale)
  return (
    <>
      <p className={styles['figure']}>{share}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Threshold result={result} />
    </>
  )
}

/** Methods whose picture has the places in it. */
const SAYS_ORDER: readonly string[] = ['majority-judgment', 'grid']

/** Several options, or a number: who won and why, the order, the picture. */
function OfOptions({ vote: of, result }: { vote: Vote; result: ResultData }) {
  const t = useSay()
  const { locale } = useI18n()
  const names = namesOf(of)
  const { tally, winner } = result
  const isJury = of.kind === 'award'
  const isCounted = result.outcome !== 'quorum_failed' && result.outcome !== 'vetoed'
  const sentences = isCounted ? sayTally(result, names, t, locale) : sayTurnout(result, t, locale)
  return (
    <>
      <p className={styles['figure']}>{(isJury ? sayLead : sayWinner)(result, names, t, locale)}</p>
      <div className={styles['sentences']}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {tally && tally.method !== 'median' && winner === null && hasRanking(result) && isCounted && (
        <p className="muted">{t(isJury ? 'jury.tieHelp' : 'tally.tieHelp')}</p>
      )}
      {tally && !SAYS_ORDER.includes(tally.method) && tally.method !== 'median' && hasRanking(result) && (
        <Order tally={tally} names={names} />
      )}
      {tally && result.expressed > 0 && <TallyPicture tally={tally} names={names} of={isJury ? 'entry' : 'option'} />}
    </>
  )
}

/** What came out of a closed vote: sentences with their numbers and bases, the picture, who voted what. */
export function Result({ vote: of }: { vote: Vote }) {
  const t = useSay()
  const result = useResult(of)
  if (!of.can.readResult) return null
  return (
    <section className={vote['section']} aria-labelledby="result">
      <h2 id="result" className="caption">
        {t('result.title')}
      </h2>
      <Loaded query={result}>
        {(answer) =>
          answer.withheld ? (
            <Withheld vote={of} result={answer} />
          ) : (
            <>
              {of.method === 'threshold' ? <OfThreshold result={answer} /> : <OfOptions vote={of} result={answer} />}
              <Voices vote={of} result={answer} />
              {of.aboutYou && <Notice title={t('result.ofYours')}>{t('result.ofYoursHelp')}</Notice>}
            </>
          )
        }
      </Loaded>
    </section>
  )
}
