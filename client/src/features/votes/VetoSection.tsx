import { useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Vote } from './api.ts'
import { VetoDialog } from './VetoDialog.tsx'
import styles from './Vote.module.css'

/** A fundamental objection, apart from the ballot, with what it does. */
export function VetoSection({ vote }: { vote: Vote }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles['veto-section']} aria-labelledby="objection">
      <h2 id="objection">{t('veto.title')}</h2>
      <p className="muted">{t(`veto.${vote.kind}`)}</p>
      <Button variant="danger" wide="phone" onPress={() => setOpen(true)}>
        {t('veto.act')}
      </Button>
      <VetoDialog vote={vote} isOpen={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}
