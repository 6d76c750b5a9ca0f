import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { type Entry, useWithdrawEntry } from './api.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

interface WithdrawEntryProps {
  editionId: string
  entry: Entry
  /** Before the list is another one. */
  onWithdrawn: () => void
}

/** Takes an entry out of the jury that has it before it: for good, with a reason. */
export function WithdrawEntry({ editionId, entry: { id, title }, onWithdrawn }: WithdrawEntryProps) {
  const t = useSay()
  const [isAsked, setAsked] = useState(false)
  const withdraw = useWithdrawEntry(editionId, () => {
    toast(t('withdraw.done', { title }))
    setAsked(false)
    onWithdrawn()
  })
  const close = (): void => {
    withdraw.reset()
    setAsked(false)
  }
  return (
    <div>
      <Button
        size="small"
        variant="quiet"
        aria-label={t('named', { act: t('withdraw.act'), name: title })}
        onPress={() => setAsked(true)}
      >
        {t('withdraw.act')}
      </Button>
      {isAsked && (
        <Dialog isOpen onClose={close} title={t('withdraw.title', { title })}>
          <ul className={styles['consequences']}>
            <li>{t('withdraw.what')}</li>
            <li>{t('withdraw.keeps')}</li>
            <li>{t('withdraw.tell')}</li>
          </ul>
          <Form
            error={withdraw.error}
            onSubmit={(values) => withdraw.mutate({ id, reason: textOf(values, 'reason') })}
            actions={
              <>
                <Button type="submit" variant="danger" wide="phone" isPending={withdraw.isPending}>
                  {t('withdraw.act')}
                </Button>
                <Button variant="quiet" wide="phone" onPress={close}>
                  {t('ui.cancel')}
                </Button>
              </>
            }
          >
            <TextArea
              name="reason"
              label={t('verdict.reason')}
              hint={t('withdraw.reasonHint')}
              maxLength={4000}
              rows={3}
              isRequired
            />
          </Form>
        </Dialog>
      )}
    </div>
  )
}
