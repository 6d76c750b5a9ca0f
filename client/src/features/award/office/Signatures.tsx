import type { DeliberationAnswer } from '@cenacle/contract/award-jury'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { useFocusAfter } from '../../../lib/use-focus-after.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { Portrait } from '../../../ui/Portrait.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useSign } from './api.ts'
import styles from './Office.module.css'
import { sayDeadline, sayInstant } from './say-when.ts'
import { useSay } from './texts/say.ts'

type Signature = DeliberationAnswer['signatures'][number]
const stateOf = ({ current, lapsed }: Signature) =>
  lapsed ? ('sign.lapsed' as const) : current ? ('sign.current' as const) : ('sign.stale' as const)

/** Two sign; the second seals. */
const NEEDED = 2

function Signed({ signatures }: Pick<DeliberationAnswer, 'signatures'>) {
  const t = useSay()
  if (signatures.length === 0) return <p className="muted">{t('sign.nobody')}</p>
  return (
    <>
      <ul className={styles['signatures']} aria-label={t('sign.list')}>
        {signatures.map((signature) => (
          <li key={signature.person.id}>
            <Portrait person={signature.person} size="small" />
            <span>
              {signature.person.name}, <TimeAgo at={signature.at} />
            </span>
            <Badge tone={signature.current ? 'done' : 'plain'}>{t(stateOf(signature))}</Badge>
          </li>
        ))}
      </ul>
      {signatures.some(({ lapsed }) => lapsed) && <p className="small">{t('sign.lapsedHelp')}</p>}
    </>
  )
}

/** Conflicts of interest that came after the close: whoever signs knows that they took ballots out, when, and by whom. */
function LateConflicts({ conflicts }: { conflicts: DeliberationAnswer['lateConflicts'] }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  if (conflicts.length === 0) return null
  return (
    <Notice tone="live" title={t('late.title', { count: conflicts.length })}>
      <p>{t('late.help')}</p>
      <ul>
        {conflicts.map(({ person, by, category, origin, reason, at }) => (
          <li key={`${person.id} ${category} ${at}`}>
            {t(`late.${by === null || by.id === person.id ? 'own' : 'by'}`, {
              name: person.name,
              by: by?.name ?? '',
              category,
              when: sayInstant(at, now, locale, t),
            })}{' '}
            {origin !== 'organisation' && t('late.reason', { reason })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Signing the palmarès that is shown: what it does, by which fingerprint, who has signed. */
export function Signatures({ editionId, answer }: { editionId: string; answer: DeliberationAnswer }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: one reads who has signed.
  const signed = useFocusAfter(() => heading.current?.focus(), answer.can.sign)
  const sign = useSign(editionId, ({ sealed }) => {
    toast(t(sealed ? 'sign.sealed' : 'sign.done'))
    setAsked(false)
    if (sealed) void navigate(paths.award(editionId))
    else signed()
  })
  const { hash, signatures, palmares, can } = answer
  const isLast = signatures.filter(({ current }) => current).length + 1 >= NEEDED
  const isPast = new Date(palmares.embargoAt) <= now
  const when = sayDeadline(palmares.embargoAt, now, locale, t)
  return (
    <section className={styles['section']} aria-labelledby="signatures">
      <h2 ref={heading} id="signatures" tabIndex={-1}>
        {t('sign.title')}
      </h2>
      <p>{t('sign.help')}</p>
      <p>{isPast ? t('sign.embargoPast') : t('sign.embargo', { when })}</p>
      <LateConflicts conflicts={answer.lateConflicts} />
      <Signed signatures={signatures} />
      {can.sign ? (
        <div>
          <Button variant="primary" wide="phone" onPress={() => setAsked(true)}>
            {t('sign.act')}
          </Button>
        </div>
      ) : (
        <p className="strong">{t('sign.yours')}</p>
      )}
      <details className={styles['unfold']}>
        <summary>{t('sign.hash')}</summary>
        <p className={styles['hash']}>{hash}</p>
        <p className="small muted">{t('sign.hashHelp')}</p>
      </details>
      <Confirm
        isOpen={asked}
        onClose={() => setAsked(false)}
        title={t(isLast ? 'sign.titleLast' : 'sign.titleFirst')}
        act={t('sign.act')}
        danger={false}
        isPending={sign.isPending}
        onConfirm={() => sign.mutate(hash)}
      >
        <ul className={styles['consequences']}>
          <li>{t('sign.read')}</li>
          <li>{t(isLast ? 'sign.seals' : 'sign.waits')}</li>
          {isLast && <li>{isPast ? t('sign.publicNow') : t('sign.publicAt', { when })}</li>}
        </ul>
        <ErrorNotice error={sign.error} />
      </Confirm>
    </section>
  )
}
