import type { PersonCard } from '@cenacle/contract/person'
import type { SpaceAnswer, SpaceRole } from '@cenacle/contract/space'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toasts.ts'
import { useAddPeople } from './api.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import { roleOptions } from './person-texts.ts'

interface AddProps {
  space: SpaceAnswer
  present: ReadonlySet<string>
  onClose: () => void
}

/** Names people of the directory in a space. */
export function AddPeopleDialog({ space, present, onClose }: AddProps) {
  const t = useSay()
  const add = useAddPeople(space.id)
  const [people, setPeople] = useState<PersonCard[]>([])
  const [role, setRole] = useState<SpaceRole>('writer')
  const submit = (): void => {
    if (people.length === 0) return
    const namings = people.map((person) => ({ personId: person.id, role }))
    add.mutate(namings, {
      onSuccess: (count) => {
        toast(t('people.added', { count }))
        onClose()
      },
    })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('people.addTitle', { name: space.name })}>
      <Form
        error={add.error}
        onSubmit={submit}
        actions={
          <>
            <Button
              type="submit"
              variant="primary"
              wide="phone"
              isPending={add.isPending}
              isDisabled={people.length === 0}
            >
              {t('people.addAct', { count: people.length })}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <PeoplePicker label={t('people.list')} chosen={people} onChange={setPeople} without={present} />
        <Select label={t('people.role')} options={roleOptions(t, false)} value={role} onChange={setRole} />
      </Form>
    </Dialog>
  )
}
