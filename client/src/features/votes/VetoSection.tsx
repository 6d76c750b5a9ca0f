import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { Vote } from './api.ts'
import { VetoDialog } from './VetoDialog.tsx'
import styles from './Vote.module.css'
import { useSay } from './texts/say.ts'

/** A fundamental objection, apart from the ballot, with what it does. */
export function VetoSection({ vote }: { vote: Vote }) {
  const t = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles['veto-section']} aria-labelledby="objection">
      <h2 id="objection">{t('veto.title')}</h2>
      <p className="muted">
        {t(`veto.${vote.kind === 'award' ? 'decision' : vote.kind}`)}{' '}
        {t(
          `veto.readers.${vote.kind === 'candidacy' ? 'candidacy' : 'decision'}.${vote.rules.vetoReaders ?? 'committee'}`,
        )}
      </p>
      <Button variant="danger" wide="phone" onPress={() => setOpen(true)}>
        {t('veto.act')}
      </Button>
      <VetoDialog vote={vote} isOpen={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}
