import { useState } from 'react'
import { useI18n } from '../../../../i18n/i18n.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { ErrorNotice, Notice } from '../../../../ui/Notice.tsx'
import { toast } from '../../../../ui/toasts.ts'
import { type Erratum, useSignErratum, useWithdrawErratum } from '../api.ts'
import { sayAll, sayWhen } from '../say-when.ts'
import { useSay } from '../texts/say.ts'
import { Changes } from './Changes.tsx'
import styles from './Erratum.module.css'

interface ProposalProps {
  id: string
  erratum: Erratum
  proposal: NonNullable<Erratum['proposal']>
  /** Once it is signed or withdrawn, before the screen shows what came of it. */
  onActed: () => void
  onPublished: () => void
}

type Asked = 'sign' | 'withdraw' | undefined

/** The acts on a proposed erratum, each asked for once more. */
function Acts({ id, erratum, proposal, onActed, onPublished }: ProposalProps) {
  const t = useSay()
  const [asked, setAsked] = useState<Asked>()
  const close = (): void => setAsked(undefined)
  const sign = useSignErratum(id, ({ published }) => {
    close()
    if (!published) return onActed()
    toast(t('erratum.published'))
    onPublished()
  })
  const withdraw = useWithdrawErratum(id, () => {
    close()
    onActed()
  })
  const isLast = proposal.signatures.filter(({ lapsed }) => !lapsed).length === 1
  return (
    <>
      <ErrorNotice error={sign.error ?? withdraw.error} />
      <div className="row">
        {erratum.can.sign && (
          <Button variant="primary" wide="phone" onPress={() => setAsked('sign')}>
            {t(isLast ? 'erratum.sign' : 'erratum.signFirst')}
          </Button>
        )}
        {erratum.can.withdraw && (
          <Button variant="quiet" wide="phone" onPress={() => setAsked('withdraw')}>
            {t('erratum.withdraw')}
          </Button>
        )}
      </div>
      <Confirm
        isOpen={asked === 'sign'}
        onClose={close}
        title={t('erratum.confirm')}
        act={t(isLast ? 'erratum.sign' : 'erratum.signFirst')}
        onConfirm={() => sign.mutate(proposal.hash, { onError: close })}
        isPending={sign.isPending}
        danger={false}
      >
        {t(isLast ? 'erratum.confirmLast' : 'erratum.confirmFirst')}
      </Confirm>
      <Confirm
        isOpen={asked === 'withdraw'}
        onClose={close}
        title={t('erratum.withdrawTitle')}
        act={t('erratum.withdraw')}
        onConfirm={() => withdraw.mutate(undefined, { onError: close })}
        isPending={withdraw.isPending}
      >
        {t('erratum.withdrawHelp')}
      </Confirm>
    </>
  )
}

/** A correction that waits: what it changes, why, who has signed, and what comes next. */
export function Proposal(props: ProposalProps) {
  const t = useSay()
  const { locale } = useI18n()
  const { erratum, proposal } = props
  const signatures = proposal.signatures.filter(({ lapsed }) => !lapsed)
  const lapsed = proposal.signatures.filter((signature) => signature.lapsed)
  const { proposedBy, proposedAt, reason, hash, palmares } = proposal
  const when = sayWhen(proposedAt, t, locale)
  const namesOf = (given: typeof signatures): string =>
    sayAll(
      given.map(({ person }) => person.name),
      locale,
    )
  return (
    <section className={styles['proposal']} aria-labelledby="waiting">
      <header>
        <h2 id="waiting">{t('erratum.waiting')}</h2>
        <p className="muted">
          {proposedBy ? t('erratum.by', { name: proposedBy.name, when }) : t('erratum.bySomeone', { when })}
        </p>
      </header>
      <p>{t('version.reason', { reason })}</p>
      <Changes before={erratum.current.palmares} after={palmares} />
      <dl>
        <dt className="caption">{t('erratum.hash')}</dt>
        <dd className={styles['hash']}>{hash}</dd>
      </dl>
      <div role="status">
        <Notice
          tone="live"
          title={
            t('erratum.signatures', { count: signatures.length }) +
            (signatures.length > 0 ? ` ${namesOf(signatures)}.` : '')
          }
        >
          {lapsed.length > 0 && <p>{t('erratum.lapsed', { names: namesOf(lapsed) })}</p>}
          {!erratum.can.sign && <p>{t('erratum.signed')}</p>}
        </Notice>
      </div>
      <Acts {...props} />
    </section>
  )
}
