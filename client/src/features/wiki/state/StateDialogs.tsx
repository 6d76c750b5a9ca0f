import type { PageAnswer } from '@cenacle/contract/page'
import { useT } from '../../../i18n/i18n.tsx'
import { asProblem } from '../../../lib/problem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Confirm, Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { useChangeState } from './api.ts'

interface DialogProps {
  page: PageAnswer
  onClose: () => void
}

function Publish({ page, onClose }: DialogProps) {
  const t = useT()
  const change = useChangeState(page)
  const isStale = asProblem(change.error)?.code === 'version-stale'
  const done = (): void => {
    toast(t('state.publishedNow'))
    onClose()
  }
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('state.publishTitle')}
      act={t('state.publishAct')}
      danger={false}
      isPending={change.isPending}
      onConfirm={() => change.mutate({ act: 'publish', seq: page.seq }, { onSuccess: done })}
    >
      {t(page.spaceKind === 'public' ? 'state.publishPublic' : 'state.publishInner')}
      {isStale ? (
        <Notice tone="live" role="alert">
          {t('state.stale')}
        </Notice>
      ) : (
        <ErrorNotice error={change.error} />
      )}
    </Confirm>
  )
}

function Withdraw({ page, onClose }: DialogProps) {
  const t = useT()
  const change = useChangeState(page)
  const done = (): void => {
    toast(t('state.withdrawnNow'))
    onClose()
  }
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('state.withdrawTitle')}
      act={t('state.withdrawAct')}
      isPending={change.isPending}
      onConfirm={() => change.mutate({ act: 'withdraw' }, { onSuccess: done })}
    >
      {t(page.spaceKind === 'public' ? 'state.withdrawPublic' : 'state.withdrawInner')}
      <ErrorNotice error={change.error} />
    </Confirm>
  )
}

function Freeze({ page, onClose }: DialogProps) {
  const t = useT()
  const change = useChangeState(page)
  const done = (): void => {
    toast(t('state.frozenNow'))
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('state.freezeTitle')}>
      <p className="muted">{t('state.freezeHelp')}</p>
      <Form
        error={change.error}
        onSubmit={(values) =>
          change.mutate({ act: 'freeze', reason: textOf(values, 'reason').trim() }, { onSuccess: done })
        }
        actions={
          <>
            <Button type="submit" variant="primary" isPending={change.isPending}>
              {t('state.freezeAct')}
            </Button>
            <Button variant="quiet" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Field
          name="reason"
          // One opened this to type it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label={t('state.freezeReason')}
          hint={t('state.freezeReasonHint')}
          maxLength={200}
          minLength={3}
          autoComplete="off"
          isRequired
        />
      </Form>
    </Dialog>
  )
}

export type StateAct = 'publish' | 'withdraw' | 'freeze'
const dialogs = { publish: Publish, withdraw: Withdraw, freeze: Freeze }

/** The question before a page is published, withdrawn or frozen. */
export function StateDialog({ act, ...props }: DialogProps & { act: StateAct }) {
  const Asked = dialogs[act]
  return <Asked {...props} />
}
