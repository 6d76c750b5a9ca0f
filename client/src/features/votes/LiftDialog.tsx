import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { type PlainChoice, useLiftVeto, type Vote } from './api.ts'
import { useSay } from './texts/say.ts'

type Next = PlainChoice | 'none'

/** Takes one's veto back, and says what stands in its place; where there is more than yes or no, the ballot asks for it next. */
export function LiftDialog({ vote, isOpen, onClose }: { vote: Vote; isOpen: boolean; onClose: () => void }) {
  const t = useSay()
  const lift = useLiftVeto(vote.id, () => {
    toast(t('veto.lifted'))
    onClose()
  })
  const [next, setNext] = useState<Next>('none')
  const confirm = (): void => lift.mutate(next === 'none' ? undefined : next)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('veto.liftTitle')}>
      <p className="muted">{t('veto.liftHelp')}</p>
      {vote.method === 'threshold' ? (
        <RadioCards<Next>
          label={t('veto.liftChoice')}
          value={next}
          onChange={setNext}
          options={[
            ...(['yes', 'no', 'abstain'] as const).map((id) => ({ id, label: t(`choice.${id}`) })),
            { id: 'none', label: t('veto.liftNone'), hint: t('veto.liftNoneHint') },
          ]}
        />
      ) : (
        <p className="muted">{t('veto.liftNext')}</p>
      )}
      <ErrorNotice error={lift.error} />
      <DialogActions>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isPending={lift.isPending} onPress={confirm}>
          {t('veto.lift')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
