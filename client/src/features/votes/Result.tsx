import { type CSSProperties } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../../ui/classes.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { type Result as ResultData, useResult, type Vote } from './api.ts'
import styles from './Result.module.css'
import { sayResult } from './sentences.ts'
import vote from './Vote.module.css'
import { useSay } from './texts/say.ts'

const parts = ['yes', 'no', 'veto', 'abstain', 'none'] as const
type Part = (typeof parts)[number]

const countsOf = (result: ResultData): Record<Part, number> => ({
  yes: result.yes,
  no: result.no,
  veto: result.vetoes,
  abstain: result.abstain,
  none: result.roll - result.voters,
})

/** The count as a bar of the whole roll; the list below is the same in words, and what screen readers read. */
function Count({ result }: { result: ResultData }) {
  const t = useSay()
  const counts = countsOf(result)
  const shown = parts.filter((part) => counts[part] > 0 || part === 'yes' || part === 'no')
  return (
    <div className={styles['count']}>
      <div className={styles['bar']} aria-hidden>
        {shown.map((part) => (
          <span
            key={part}
            className={classes(styles['part'], styles[part])}
            style={{ '--count': counts[part] } as CSSProperties}
          />
        ))}
      </div>
      <dl className={styles['legend']} aria-label={t('result.counts')}>
        {shown.map((part) => (
          <div key={part} className={styles['item']}>
            <dt>
              <span className={classes(styles['key'], styles[part])} aria-hidden />
              {t(`choice.${part}`)}
            </dt>
            <dd className="number">{counts[part]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The named ballots, by choice. */
function Voices({ result }: { result: ResultData }) {
  const t = useSay()
  const { locale } = useI18n()
  const collator = new Intl.Collator(locale)
  const groups = (['yes', 'no', 'veto', 'abstain'] as const)
    .map((choice) => ({
      choice,
      ballots: result.ballots
        .filter((ballot) => ballot.choice === choice)
        .toSorted((a, b) => collator.compare(a.person?.name ?? '', b.person?.name ?? '')),
    }))
    .filter((group) => group.ballots.length > 0)
  if (groups.length === 0) return null
  return (
    <details className={styles['voices']}>
      <summary>{t('result.voices')}</summary>
      {groups.map(({ choice, ballots }) => (
        <section key={choice} className={styles['group']}>
          <h3 className="caption">
            {t(`choice.${choice}`)} · {ballots.length}
          </h3>
          <ul className={styles['people']}>
            {ballots.map(({ person, reason }, i) => (
              <li key={person?.id ?? i} className={styles['voter']}>
                <Portrait person={person} size="small" />
                <span>
                  {person?.name ?? t('result.someone')}
                  {reason && <span className={classes(vote['reason'], styles['reason'])}>{reason}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}

/** What came out of a closed vote: sentences with their numbers and bases, the count, who voted what. */
export function Result({ vote: of }: { vote: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  const result = useResult(of)
  if (!of.can.readResult) return null
  return (
    <section className={vote['section']} aria-labelledby="result">
      <h2 id="result" className="caption">
        {t('result.title')}
      </h2>
      <Loaded query={result}>
        {(answer) => {
          const [share, ...rest] = sayResult(answer, t, locale)
          return (
            <>
              <p className={styles['figure']}>{share}</p>
              <Count result={answer} />
              {rest.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              <Voices result={answer} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
