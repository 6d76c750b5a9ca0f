import type { DutyAnswer } from '@cenacle/contract/award-jury'
import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { useMe } from '../../../lib/session.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { DutyOf, Edition } from './api.ts'
import { ExtendJury } from './ExtendJury.tsx'
import { Names } from './Names.tsx'
import styles from './Office.module.css'
import { owedBy } from './owed.ts'
import { sayDeadline } from './say-when.ts'
import { useSay } from './texts/say.ts'

interface OfProps {
  duty: DutyOf
  edition: Edition
  owes: boolean
  judges: boolean
}

/** One category: how many have done their duty, who, and whose ballot is awaited. */
function OfCategory({ duty, edition, owes, judges }: OfProps) {
  const { id, name, done, jurors, people } = duty
  const t = useSay()
  const voteId = edition.categories.find((category) => category.id === id)?.voteId
  const who = (wanted: 'waiting' | 'done') => people.filter(({ state }) => state === wanted).map(({ person }) => person)
  const isOpen = edition.phase === 'jury'
  const act = t(!isOpen || !judges ? 'duty.see' : owes ? 'duty.vote' : 'duty.change')
  return (
    <section className={styles['section']} aria-labelledby={`of-${id}`}>
      <div className={styles['head']}>
        <h2 id={`of-${id}`}>{name}</h2>
        {judges && isOpen && <Badge tone={owes ? 'live' : 'done'}>{t(owes ? 'duty.youOwe' : 'duty.youDid')}</Badge>}
      </div>
      <Progress label={t('duty.done', { count: done, total: jurors })} value={done} total={jurors} />
      <div className="row">
        {voteId && (
          <LinkButton
            to={paths.vote(voteId)}
            variant={owes && isOpen ? 'primary' : 'secondary'}
            wide="phone"
            aria-label={t('named', { act, name })}
          >
            {act}
          </LinkButton>
        )}
        {duty.can.extend && <ExtendJury key={duty.closesAt} editionId={edition.id} duty={duty} />}
      </div>
      <div>
        <Names title={t('duty.waiting')} people={who('waiting')} />
        <Names title={t('duty.upToDate')} people={who('done')} />
      </div>
    </section>
  )
}

/** The one duty of a member, by category: who is up to date and who is awaited, never how anybody voted. */
export function DutyBoard({ edition, duty }: { edition: Edition; duty: DutyAnswer }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const me = useMe()
  const { judges, owes } = owedBy(me.id, duty)
  const waiting = duty.categories.reduce((sum, { jurors, done }) => sum + jurors - done, 0)
  const isOpen = edition.phase === 'jury'
  const lede = duty.closesAt
    ? t(isOpen ? 'duty.until' : 'duty.closed', { when: sayDeadline(duty.closesAt, now, locale, t) })
    : undefined
  return (
    <>
      <PageHead title={t('duty.title', { count: waiting })} tabTitle={t('duty.tab')} lede={lede} />
      {duty.categories.length === 0 ? (
        <EmptyState title={t('duty.none')}>{t('duty.noneHelp')}</EmptyState>
      ) : (
        <div className="stack-loose">
          <p className="muted">{t('duty.help')}</p>
          {duty.categories.map((category) => (
            <OfCategory
              key={category.id}
              duty={category}
              edition={edition}
              owes={owes.includes(category.id)}
              judges={judges.includes(category.id)}
            />
          ))}
        </div>
      )}
    </>
  )
}
