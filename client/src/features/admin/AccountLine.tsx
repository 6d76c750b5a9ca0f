import type { PersonAnswer } from '@cenacle/contract/person'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import styles from './Admin.module.css'
import { ConfirmAdministering, type Question } from './ConfirmAdministering.tsx'
import { RoleDialog } from './RoleDialog.tsx'

/** One account: who it is, its role and state, and what an administrator may change of it. */
export function AccountLine({ person }: { person: PersonAnswer }) {
  const t = useSay()
  const [asked, setAsked] = useState<Question | 'role'>()
  const close = (): void => setAsked(undefined)
  const administers = person.administrator === true
  const questions: Question[] = [
    // Somebody whose role it is keeps it until the role is another one.
    ...(person.role === 'administrator' ? [] : [administers ? ('take' as const) : ('give' as const)]),
    person.suspended ? 'restore' : 'suspend',
  ]
  const actions = [
    { id: 'role', label: t('admin.changeRole'), onAction: () => setAsked('role') },
    ...questions.map((id) => ({
      id,
      label: t(`admin.${id}`),
      danger: id === 'suspend',
      onAction: () => setAsked(id),
    })),
  ]
  return (
    <li className={styles['person']}>
      <Portrait person={person} />
      <div className={styles['text']}>
        <span className="strong">{person.name}</span>
        <span className="small muted">{person.email}</span>
      </div>
      <div className={styles['state']}>
        <span className="small muted">{t(`role.${person.role}`)}</span>
        {administers && person.role !== 'administrator' && <Badge tone="accent">{t('admin.administers')}</Badge>}
        {person.suspended && <Badge tone="veto">{t('admin.suspended')}</Badge>}
      </div>
      <div className={styles['acts']}>
        {person.can?.administer ? (
          <Menu label={t('admin.actionsFor', { name: person.name })} actions={actions} />
        ) : (
          <span className="small muted">{t('admin.you')}</span>
        )}
      </div>
      {asked === 'role' && <RoleDialog person={person} onClose={close} />}
      {asked && asked !== 'role' && <ConfirmAdministering person={person} question={asked} onClose={close} />}
    </li>
  )
}
