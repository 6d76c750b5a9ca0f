import { useMe } from '../../lib/session.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { toast } from '../../ui/toasts.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCast, type Vote } from './api.ts'
import { charactersMissing, isCloseNear } from './veto-rules.ts'
import styles from './Vote.module.css'
import { useSay } from './texts/say.ts'

/** Who will read it, which one is told before one sends it. */
const readersKey = (isCandidacy: boolean, readers: Vote['rules']['vetoReaders']) => {
  if (readers === 'bureau') return isCandidacy ? 'veto.readByBureau' : 'veto.readBySpaceBureau'
  return isCandidacy ? 'veto.readByCommittee' : 'veto.readBySpace'
}

/** Says what a veto does and who will read it, before one writes the reason. */
export function VetoDialog({ vote, isOpen, onClose }: { vote: Vote; isOpen: boolean; onClose: () => void }) {
  const t = useSay()
  const me = useMe()
  const now = useNow()
  const { draft, setDraft, clear } = useDraft(me.id, `veto.${vote.id}`)
  const cast = useCast(vote.id, () => {
    clear()
    toast(t('veto.filed'))
    onClose()
  })
  const reason = draft.text
  const missing = charactersMissing(reason)
  const isCandidacy = vote.kind === 'candidacy'
  const { lateVeto, vetoReaders } = vote.rules
  const submit = (): void => cast.mutate({ choice: 'veto', reason })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t(isCandidacy ? 'veto.askCandidacy' : 'veto.askDecision')}>
      <ul className={styles['consequences']}>
        <li>{t('veto.blocks')}</li>
        {vote.myBallot && <li>{t('veto.replaces')}</li>}
        <li>{t(readersKey(isCandidacy, vetoReaders))}</li>
        {isCandidacy && <li>{t('veto.readByCandidate')}</li>}
        {lateVeto && isCloseNear(vote.closesAt, now, lateVeto.windowHours) && (
          <li>{t('veto.moves', { count: lateVeto.remainHours })}</li>
        )}
      </ul>
      <Form
        error={cast.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="danger" wide="phone" isPending={cast.isPending}>
              {t('veto.act')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <TextArea
          name="reason"
          label={t('veto.reason')}
          value={reason}
          onChange={(text) => setDraft({ text })}
          validate={(text) => (charactersMissing(text) > 0 ? t('veto.reasonShort') : null)}
          hint={
            missing > 0
              ? t('veto.reasonLeft', { count: missing })
              : t('veto.reasonOk', { count: [...reason.trim()].length })
          }
          rows={5}
          maxLength={4000}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
