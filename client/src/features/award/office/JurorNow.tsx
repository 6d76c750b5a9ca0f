import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { useMe } from '../../../lib/session.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { type Edition, useDuty } from './api.ts'
import styles from './Office.module.css'
import { owedBy } from './owed.ts'
import { sayInstant } from './say-when.ts'
import { useSay } from './texts/say.ts'

/** The ballots that the viewer owes, each with its vote, or that they owe none any more. */
export function JurorNow({ edition }: { edition: Edition }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const me = useMe()
  const duty = useDuty(edition.id, edition.phase === 'jury')
  const { judges, owes } = owedBy(me.id, duty.data)
  if (judges.length === 0) return null
  const when = edition.juryClosesAt ? sayInstant(edition.juryClosesAt, now, locale, t) : ''
  if (owes.length === 0) return <p>{t('now.upToDate', { when })}</p>
  return (
    <>
      <p>{t('now.owes', { count: owes.length, when })}</p>
      <ul className={styles['owed']}>
        {edition.categories
          .filter(({ id }) => owes.includes(id))
          .map(({ id, name, voteId }, index) => (
            <li key={id}>
              <span className="strong">{name}</span>
              {voteId && (
                <LinkButton
                  to={paths.vote(voteId)}
                  variant={index === 0 ? 'primary' : 'secondary'}
                  aria-label={t('named', { act: t('duty.vote'), name })}
                >
                  {t('duty.vote')}
                </LinkButton>
              )}
            </li>
          ))}
      </ul>
    </>
  )
}
