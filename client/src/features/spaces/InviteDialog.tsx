import type { SpaceAnswer, SpaceRole } from '@cenacle/contract/space'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { Select } from '../../ui/Select.tsx'
import { useNow } from '../../ui/use-now.ts'
import { toast } from '../../ui/toasts.ts'
import { useInvite } from './api.ts'
import { dayOf, daysAhead, endOfDay } from './end-date.ts'
import { roleOptions } from './person-texts.ts'

/** Invites a guest by e-mail into one space, until a day. */
export function InviteDialog({ space, onClose }: { space: SpaceAnswer; onClose: () => void }) {
  const t = useSay()
  const now = useNow()
  const invite = useInvite()
  const [role, setRole] = useState<SpaceRole>('writer')
  const submit = (values: FormData): void => {
    const email = textOf(values, 'email')
    const until = endOfDay(textOf(values, 'until')) ?? null
    invite.mutate(
      { email, role: 'guest', spaceId: space.id, spaceRole: role, until },
      {
        onSuccess: () => {
          toast(t('people.invited', { email }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('people.inviteTitle')}>
      <p className="muted">{t('people.inviteHelp')}</p>
      <Form
        error={invite.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={invite.isPending}>
              {t('people.inviteAct')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Field name="email" type="email" label={t('loop.guestEmail')} autoComplete="off" isRequired />
        <Field
          name="until"
          type="date"
          label={t('loop.guestUntil')}
          defaultValue={daysAhead(60, now)}
          min={dayOf(now)}
          isRequired
        />
        <Select label={t('people.role')} options={roleOptions(t, true)} value={role} onChange={setRole} />
      </Form>
    </Dialog>
  )
}
