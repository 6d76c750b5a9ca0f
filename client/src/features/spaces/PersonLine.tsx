import type { SpacePerson, SpaceRole } from '@cenacle/contract/space'
import { useState } from 'react'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSay } from './texts/say.ts'
import { sayDate } from '../../i18n/time.ts'
import { problemText } from '../../ui/problem-text.ts'
import { Confirm } from '../../ui/Dialog.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Portrait } from '../../ui/Portrait.tsx'
import { Select } from '../../ui/Select.tsx'
import { useNow } from '../../ui/use-now.ts'
import { toast } from '../../ui/toasts.ts'
import { usePutPerson, useRemovePerson } from './api.ts'
import { EndDateDialog } from './EndDateDialog.tsx'
import { aboutPerson, roleOptions } from './person-texts.ts'
import styles from './PeopleList.module.css'

/** One person of a space, with what the viewer may change of them. */
export function PersonLine({ spaceId, line }: { spaceId: string; line: SpacePerson }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const { person, role, until, can } = line
  const put = usePutPerson(spaceId)
  const remove = useRemovePerson(spaceId, () => toast(t('people.removed', { name: person.name })))
  const [asking, setAsking] = useState<'end' | 'remove'>()
  const close = (): void => setAsking(undefined)
  const changeRole = (next: SpaceRole): void =>
    put.mutate(
      { personId: person.id, role: next, until },
      {
        onSuccess: () => toast(t('people.roleChanged', { name: person.name })),
        onError: (error) => toast(problemText(error, locale, t).title),
      },
    )
  const end = until ? new Date(until) : undefined
  const actions = [
    can.change && line.explicit && { id: 'end', label: t('people.setEnd'), onAction: () => setAsking('end') },
    can.remove && { id: 'remove', label: t('people.remove'), danger: true, onAction: () => setAsking('remove') },
  ].filter((action) => action !== false)
  return (
    <li className={styles['person']}>
      <Portrait person={person} />
      <div className={styles['text']}>
        <span className="strong">{person.name}</span>
        <span className="small muted">
          {aboutPerson(person) || t(`role.${person.role}`)}
          {end && ` · ${t(end < now ? 'people.ended' : 'people.until', { date: sayDate(end, now, locale) })}`}
        </span>
      </div>
      <div className={styles['role']}>
        {can.change ? (
          <Select
            quiet
            aria-label={t('people.changeRole', { name: person.name })}
            options={roleOptions(t, person.role === 'guest')}
            value={role}
            onChange={changeRole}
            isDisabled={put.isPending}
          />
        ) : (
          <span className="small muted">{line.explicit ? t(`spaceRole.${role}`) : t('people.inherited')}</span>
        )}
      </div>
      <div className={styles['acts']}>
        <Menu label={t('people.actionsFor', { name: person.name })} actions={actions} />
      </div>
      <EndDateDialog spaceId={spaceId} line={line} isOpen={asking === 'end'} onClose={close} />
      <Confirm
        isOpen={asking === 'remove'}
        onClose={close}
        title={t('people.removeTitle', { name: person.name })}
        act={t('ui.remove')}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(person.id, {
            onError: (error) => toast(problemText(error, locale, t).title),
            onSettled: close,
          })
        }
      >
        {t('people.removeHelp')}
      </Confirm>
    </li>
  )
}
