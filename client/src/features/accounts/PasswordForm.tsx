import type { Me } from '@cenacle/contract/person'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { PasswordField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { useChangePassword } from './api.ts'

/** Changes the password; every other session ends with it. */
export function PasswordForm({ me }: { me: Me }) {
  const t = useSay()
  const change = useChangePassword()
  // A new key empties the fields once the password is changed.
  const [round, setRound] = useState(0)
  const submit = (values: FormData): void =>
    change.mutate(
      { current: textOf(values, 'current'), next: textOf(values, 'next') },
      {
        onSuccess: () => {
          setRound(round + 1)
          toast(t('password.changed'))
        },
      },
    )
  return (
    <Form
      key={round}
      error={change.error}
      messages={{ current: t('password.wrong') }}
      onSubmit={submit}
      actions={
        <Button type="submit" wide="phone" isPending={change.isPending}>
          {t('password.act')}
        </Button>
      }
    >
      <input type="hidden" autoComplete="username" value={me.email} readOnly />
      <PasswordField name="current" label={t('password.current')} autoComplete="current-password" isRequired />
      <PasswordField
        name="next"
        label={t('password.new')}
        hint={t('password.rule')}
        autoComplete="new-password"
        minLength={12}
        isRequired
      />
    </Form>
  )
}
