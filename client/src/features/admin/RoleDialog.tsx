import type { PersonAnswer, SiteRole } from '@cenacle/contract/person'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { toast } from '../../ui/toasts.ts'
import { useAdminister } from './api.ts'

const roles = ['member', 'ambassador', 'guest', 'administrator'] as const satisfies readonly SiteRole[]

/** Another role for somebody, each with what follows from it. */
export function RoleDialog({ person, onClose }: { person: PersonAnswer; onClose: () => void }) {
  const t = useSay()
  const administer = useAdminister(person.id)
  const [role, setRole] = useState<(typeof roles)[number] | null>(roles.find((known) => known === person.role) ?? null)
  const hintOf = (id: (typeof roles)[number]): string => {
    const losesSeat = person.role === 'member' && id !== 'member'
    return [t(`admin.roleHint.${id}`), losesSeat && t('admin.losesSeat')].filter(Boolean).join(' ')
  }
  const submit = (): void => {
    if (!role) return
    administer.mutate(
      { role },
      {
        onSuccess: () => {
          toast(t('admin.roleChanged', { name: person.name }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('admin.roleTitle', { name: person.name })}>
      <Form
        error={administer.error}
        onSubmit={submit}
        actions={
          <>
            <Button
              type="submit"
              variant="primary"
              wide="phone"
              isPending={administer.isPending}
              isDisabled={role === null || role === person.role}
            >
              {t('admin.roleAct')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <RadioCards
          label={t('admin.role')}
          value={role}
          onChange={setRole}
          options={roles.map((id) => ({ id, label: t(`role.${id}`), hint: hintOf(id) }))}
        />
      </Form>
    </Dialog>
  )
}
