import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { type Conflict, useLift } from './api.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

interface LiftDialogProps {
  editionId: string
  conflict: Conflict
  onClose: () => void
  /** Once it is lifted, and its line is gone. */
  onLifted: () => void
}

/** Sets a conflict aside, with a reason that is kept. */
export function LiftDialog({ editionId, conflict, onClose, onLifted }: LiftDialogProps) {
  const t = useSay()
  const { name } = conflict.person
  const lift = useLift(editionId, () => {
    toast(t('conflict.lifted', { name }))
    onClose()
    onLifted()
  })
  const submit = (values: FormData): void => lift.mutate({ id: conflict.id, reason: textOf(values, 'reason') })
  return (
    <Dialog isOpen onClose={onClose} title={t('conflict.liftTitle', { name })}>
      <ul className={styles['consequences']}>
        <li>{t('conflict.liftWhat')}</li>
        <li>{t('conflict.liftKept')}</li>
      </ul>
      <Form
        error={lift.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={lift.isPending}>
              {t('conflict.lift')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <TextArea name="reason" label={t('conflict.liftReason')} maxLength={500} rows={3} isRequired />
      </Form>
    </Dialog>
  )
}
