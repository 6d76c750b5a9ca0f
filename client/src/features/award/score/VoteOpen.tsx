import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { TimeLeft } from '../../../ui/TimeAgo.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Category, useCancelVote, type Vote } from './api.ts'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'

/** A vote on the shortlist that is open: how many took part, until when; and taking it back. */
export function VoteOpen({ vote, category, canCancel }: { vote: Vote; category: Category; canCancel: boolean }) {
  const t = useSay()
  const [isAsking, setAsking] = useState(false)
  return (
    <Notice tone="live" title={t('vote.open')}>
      <p>{t('vote.openHelp', { count: vote.voters, roll: vote.roll })}</p>
      <p>
        {t('vote.left')} <TimeLeft until={vote.closesAt} ended={t('vote.ended')} />
      </p>
      <div className={styles['actions']}>
        {!vote.recused && (
          <LinkButton size="small" to={paths.vote(vote.id)}>
            {t('vote.see')}
          </LinkButton>
        )}
        {canCancel && (
          <Button size="small" variant="quiet" onPress={() => setAsking(true)}>
            {t('vote.cancel')}
          </Button>
        )}
      </div>
      {isAsking && <CancelVote category={category} onClose={() => setAsking(false)} />}
    </Notice>
  )
}

function CancelVote({ category, onClose }: { category: Category; onClose: () => void }) {
  const t = useSay()
  const cancel = useCancelVote(category.id)
  const submit = (values: FormData): void =>
    cancel.mutate(textOf(values, 'reason'), {
      onSuccess: () => {
        toast(t('vote.cancelled'))
        onClose()
      },
    })
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" title={t('vote.cancelTitle')}>
      <p className="muted">{t('vote.cancelHelp')}</p>
      <Form
        error={cancel.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="danger" wide="phone" isPending={cancel.isPending}>
              {t('vote.cancel')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.back')}
            </Button>
          </>
        }
      >
        <TextArea name="reason" label={t('vote.reason')} maxLength={500} rows={3} isRequired />
      </Form>
    </Dialog>
  )
}
