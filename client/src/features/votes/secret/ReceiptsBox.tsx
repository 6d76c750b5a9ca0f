import { useState } from 'react'
import type { Line } from '@cenacle/tally/secret'
import { paths } from '../../../lib/paths.ts'
import { receipts } from '../../../lib/receipts.ts'
import { useMe } from '../../../lib/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Vote } from '../api.ts'
import { saveJson } from '../../../lib/save-file.ts'
import { sayLine } from './say-line.ts'
import styles from './Secret.module.css'
import { useSaySecret } from './texts/say.ts'

/** Shows the receipts alone on paper, whatever else is on the screen. */
const printReceipts = (): void => {
  document.body.dataset['print'] = 'receipts'
  addEventListener('afterprint', () => delete document.body.dataset['print'], { once: true })
  print()
}

/** One's receipts of a secret ballot on this device: what they are for, and how to keep them elsewhere or to be rid of them. */
export function ReceiptsBox({ vote }: { vote: Vote }) {
  const t = useSaySecret()
  const me = useMe()
  const [kept, setKept] = useState(() => receipts.read(me.id, vote.id))
  const [asks, setAsks] = useState(false)
  if (!kept)
    return (
      <Notice tone="done" title={t('receipts.done')}>
        <p>{t('receipts.none')}</p>
      </Notice>
    )
  const lines = kept.attempts.flat()
  const file = { vote: vote.id, question: vote.question, lines }
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(JSON.stringify(file, null, 2))
      toast(t('receipts.copied'))
    } catch {
      toast(t('receipts.notCopied'))
    }
  }
  const forget = (): void => {
    receipts.forget(me.id, vote.id)
    setAsks(false)
    setKept(undefined)
    toast(t('receipts.forgotten'))
  }
  return (
    <section className={styles['receipts']}>
      <Notice tone="done" title={t(kept.isConfirmed ? 'receipts.done' : 'receipts.unsure')} role="status">
        {!kept.isConfirmed && <p>{t('receipts.unsureHelp')}</p>}
        <p>{t('receipts.what')}</p>
      </Notice>
      {!receipts.isStored(me.id, vote.id) && (
        <Notice tone="live" role="alert">
          {t('receipts.notKept')}
        </Notice>
      )}
      <div className={styles['acts']}>
        <Button wide="phone" onPress={() => saveJson(`recus-${vote.id}.json`, file)}>
          {t('receipts.save')}
        </Button>
        <Button wide="phone" onPress={() => void copy()}>
          {t('receipts.copy')}
        </Button>
        <Button wide="phone" onPress={printReceipts}>
          {t('receipts.print')}
        </Button>
      </div>
      <details>
        <summary>{t('receipts.show', { count: lines.length })}</summary>
        <ul className={styles['lines']}>
          {lines.map(({ content, receipt }) => (
            <li key={receipt}>
              <span>{sayLine(content as Line, vote, t)}</span>
              <span className={styles['hash']}>{receipt}</span>
            </li>
          ))}
        </ul>
        <Button variant="quiet" onPress={() => setAsks(true)}>
          {t('receipts.forget')}
        </Button>
      </details>
      <p className="small muted">{t('receipts.proof')}</p>
      <p className="small muted">
        {t('receipts.shared')} <Link to={paths.secrecy}>{t('secret.more')}</Link>
      </p>
      <pre className={styles['paper']} aria-hidden>
        {JSON.stringify(file, null, 2)}
      </pre>
      <Confirm
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={t('receipts.forgetTitle')}
        act={t('receipts.forget')}
        onConfirm={forget}
      >
        {t('receipts.forgetHelp')}
      </Confirm>
    </section>
  )
}
