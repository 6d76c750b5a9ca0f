import type { MeetingAnswer } from '@cenacle/contract/meeting'
import type { Author } from '@cenacle/contract/person'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { useSetAttendance, useWholeSpace } from './api.ts'
import styles from './Meeting.module.css'
import { useSay } from './texts/say.ts'

const wasThere = ({ said, wasThere: noted }: MeetingAnswer['attendance'][number]): boolean =>
  noted ?? (said !== null && said !== 'excused')

/** Everybody of the space and whoever answered besides, by name. */
function everybody(meeting: MeetingAnswer, space: readonly Author[]): Author[] {
  const people = new Map<string, Author>()
  for (const person of [...meeting.attendance.map((line) => line.person), ...space]) people.set(person.id, person)
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** Writes down who was there, from the list of everybody. */
export function AttendanceDialog({ meeting, onClose }: { meeting: MeetingAnswer; onClose: () => void }) {
  const t = useSay()
  const space = useWholeSpace(meeting.space.id)
  const save = useSetAttendance(meeting.id)
  const [there, setThere] = useState(() => new Set(meeting.attendance.filter(wasThere).map(({ person }) => person.id)))
  const tick = (id: string, isThere: boolean): void => {
    const next = new Set(there)
    if (isThere) next.add(id)
    else next.delete(id)
    setThere(next)
  }
  const submit = (): void =>
    save.mutate([...there], {
      onSuccess: () => {
        toast(t('attendance.saved'))
        onClose()
      },
    })
  return (
    <Dialog isOpen onClose={onClose} title={t('attendance.setTitle')}>
      <p className="muted">{t('attendance.setHelp')}</p>
      <Loaded query={space}>
        {(people) => (
          <div className={styles['picks']} role="group" aria-label={t('attendance.people')}>
            {everybody(meeting, people).map(({ id, name }) => (
              <Checkbox key={id} isSelected={there.has(id)} onChange={(isThere) => tick(id, isThere)}>
                {name}
              </Checkbox>
            ))}
          </div>
        )}
      </Loaded>
      <ErrorNotice error={save.error} />
      <DialogActions>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isPending={save.isPending} onPress={submit}>
          {t('ui.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
