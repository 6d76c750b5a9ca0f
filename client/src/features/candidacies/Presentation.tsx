import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { toast } from '../../ui/toasts.ts'
import { type Candidacy, usePresent, useSponsor } from './api.ts'
import styles from './Candidacies.module.css'
import { SayForm } from './SayForm.tsx'
import { useSay } from './texts/say.ts'

/** What the sponsor says of the candidate; written here by the sponsor, or by whoever becomes one. */
export function Presentation({ candidacy }: { candidacy: Candidacy }) {
  const t = useSay()
  const [isWriting, setWriting] = useState(false)
  const { id, presentation, sponsor, sponsorNamed, status, can } = candidacy
  const present = usePresent(id, () => {
    toast(t('presentation.saved'))
    setWriting(false)
  })
  const becomes = useSponsor(id, () => toast(t('sponsor.done')))
  if (!presentation && !can.present && !can.sponsor && !sponsorNamed) return null
  return (
    <section className={styles['section']} aria-labelledby="presentation">
      <h2 id="presentation" className="caption">
        {t('presentation.title', { name: sponsor?.name ?? t('question.bySomeone') })}
      </h2>
      {sponsorNamed && <p className="muted">{t('presentation.named', { name: sponsorNamed })}</p>}
      {!isWriting && presentation && <Prose html={presentation.html} />}
      {!isWriting && !presentation && <p className="muted">{t('presentation.none')}</p>}
      {status === 'open' && presentation && <p className="small muted">{t('presentation.frozen')}</p>}
      {isWriting && (
        <SayForm
          label={t('presentation.field')}
          hint={[t('presentation.hint'), can.sponsor && t('presentation.becomes')].filter(Boolean).join(' ')}
          act={t('ui.save')}
          variant="primary"
          rows={6}
          maxLength={20_000}
          initial={presentation?.text ?? ''}
          error={present.error}
          isPending={present.isPending}
          onSay={(text) => present.mutate(text)}
        />
      )}
      <ErrorNotice error={becomes.error} />
      <div className="row">
        {can.present && (
          <Button size="small" onPress={() => setWriting(!isWriting)}>
            {isWriting ? t('ui.cancel') : t(presentation ? 'presentation.change' : 'presentation.write')}
          </Button>
        )}
        {can.sponsor && !isWriting && (
          <Button size="small" isPending={becomes.isPending} onPress={() => becomes.mutate(undefined)}>
            {t('sponsor.act')}
          </Button>
        )}
      </div>
    </section>
  )
}
