import { useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { toast } from '../../ui/toasts.ts'
import { useInvite } from './api.ts'

/** Invites somebody to the committee itself; stays there for the next one. */
export function InviteForm() {
  const t = useT()
  const invite = useInvite()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<'member' | 'ambassador'>('member')
  const submit = (): void =>
    invite.mutate(
      { email, role },
      {
        onSuccess: () => {
          toast(t('admin.invited', { email }))
          setEmail('')
        },
      },
    )
  return (
    <Form
      error={invite.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={invite.isPending}>
          {t('admin.inviteAct')}
        </Button>
      }
    >
      <Field
        name="email"
        type="email"
        label={t('admin.inviteEmail')}
        autoComplete="off"
        value={email}
        onChange={setEmail}
        isRequired
      />
      <RadioCards
        label={t('admin.inviteAs')}
        value={role}
        onChange={setRole}
        options={(['member', 'ambassador'] as const).map((id) => ({
          id,
          label: t(`admin.inviteAs.${id}`),
          hint: t(`admin.inviteAs.${id}Hint`),
        }))}
      />
    </Form>
  )
}
