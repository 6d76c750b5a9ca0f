import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

interface WithholdDialogProps {
  medal: string
  error: unknown
  isPending: boolean
  onClose: () => void
  onSubmit: (reason: string) => void
}

/** Leaves a medal to nobody, and says why. */
export function WithholdDialog({ medal, error, isPending, onClose, onSubmit }: WithholdDialogProps) {
  const t = useSay()
  return (
    <Dialog isOpen onClose={onClose} title={t('withhold.title', { medal })}>
      <ul className={styles['consequences']}>
        <li>{t('withhold.nobody')}</li>
        <li>{t('withhold.noMove')}</li>
      </ul>
      <Form
        error={error}
        onSubmit={(values) => onSubmit(textOf(values, 'reason'))}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={isPending}>
              {t('withhold.act')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <TextArea
          name="reason"
          label={t('withhold.reason')}
          hint={t('deliberation.reasonHint')}
          maxLength={500}
          rows={3}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
