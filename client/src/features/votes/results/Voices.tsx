import type { ResultAnswer } from '@cenacle/contract/vote-result'
import { useI18n } from '../../../i18n/i18n.tsx'
import { classes } from '../../../ui/classes.ts'
import { Portrait } from '../../../ui/Portrait.tsx'
import type { Vote } from '../api.ts'
import { useSay } from '../texts/say.ts'
import vote from '../Vote.module.css'
import styles from './Results.module.css'
import { sayValue } from './say-value.ts'

type Ballot = ResultAnswer['ballots'][number]

const order = ['cast', 'yes', 'no', 'veto', 'abstain', 'blank'] as const

function Voter({ ballot, of }: { ballot: Ballot; of: Vote }) {
  const t = useSay()
  const { locale } = useI18n()
  const { person, reason, value } = ballot
  return (
    <li className={classes(styles['voter'], (reason || value) && styles['wide'])}>
      <Portrait person={person} size="small" />
      <span>
        {person?.name ?? t('result.someone')}
        {value && <span className={styles['said']}>{sayValue(value, of, t, locale)}</span>}
        {reason && <span className={classes(vote['reason'], styles['said'])}>{reason}</span>}
      </span>
    </li>
  )
}

/** The named ballots, by choice; nothing in a secret vote. */
export function Voices({ vote: of, result }: { vote: Vote; result: ResultAnswer }) {
  const t = useSay()
  const { locale } = useI18n()
  const collator = new Intl.Collator(locale)
  const groups = order
    .map((choice) => ({
      choice,
      ballots: result.ballots
        .filter((ballot) => ballot.choice === choice)
        .toSorted((a, b) => collator.compare(a.person?.name ?? '', b.person?.name ?? '')),
    }))
    .filter((group) => group.ballots.length > 0)
  if (groups.length === 0) return null
  return (
    <details className={styles['details']}>
      <summary>{t('result.voices')}</summary>
      {groups.map(({ choice, ballots }) => (
        <section key={choice} className={styles['group']}>
          <h3 className="caption">
            {t(`choice.${choice}`)} · {ballots.length}
          </h3>
          <ul className={styles['people']}>
            {ballots.map((ballot, i) => (
              <Voter key={ballot.person?.id ?? i} ballot={ballot} of={of} />
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}
