import type { PersonAnswer } from '@cenacle/contract/person'
import { useSay } from './texts/say.ts'
import { Confirm } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { type Administering, useAdminister } from './api.ts'

export type Question = 'give' | 'take' | 'suspend' | 'restore'

const bodies: Record<Question, Administering> = {
  give: { administrator: true },
  take: { administrator: false },
  suspend: { suspended: true },
  restore: { suspended: false },
}
const done = {
  give: 'admin.given',
  take: 'admin.taken',
  suspend: 'admin.isSuspended',
  restore: 'admin.restored',
} as const satisfies Record<Question, string>

interface ConfirmProps {
  person: PersonAnswer
  question: Question
  onClose: () => void
}

/** Says what follows from it before an administrator changes somebody's access. */
export function ConfirmAdministering({ person: { id, name }, question, onClose }: ConfirmProps) {
  const t = useSay()
  const administer = useAdminister(id)
  const change = (): void =>
    administer.mutate(bodies[question], {
      onSuccess: () => {
        toast(t(done[question], { name }))
        onClose()
      },
    })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t(`admin.${question}Title`, { name })}
      act={t(`admin.${question}`)}
      danger={question === 'suspend' || question === 'take'}
      isPending={administer.isPending}
      onConfirm={change}
    >
      {t(`admin.${question}Help`)}
      <ErrorNotice error={administer.error} />
    </Confirm>
  )
}
