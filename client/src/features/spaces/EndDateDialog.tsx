import type { SpacePerson } from '@cenacle/contract/space'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { useNow } from '../../ui/use-now.ts'
import { toast } from '../../ui/toasts.ts'
import { usePutPerson } from './api.ts'
import { dayOf, endOfDay } from './end-date.ts'

interface EndDateProps {
  spaceId: string
  line: SpacePerson
  isOpen: boolean
  onClose: () => void
}

/** The last day of a person's access; members may have none, guests always have one. */
export function EndDateDialog({ spaceId, line: { person, role, until }, isOpen, onClose }: EndDateProps) {
  const t = useSay()
  const now = useNow()
  const put = usePutPerson(spaceId)
  const save = (end: string | null): void =>
    put.mutate(
      { personId: person.id, role, until: end },
      {
        onSuccess: () => {
          toast(t('people.endChanged'))
          onClose()
        },
      },
    )
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('people.setEndTitle', { name: person.name })}>
      <Form
        error={put.error}
        onSubmit={(values) => save(endOfDay(textOf(values, 'until')) ?? null)}
        actions={
          <>
            <Button type="submit" variant="primary" isPending={put.isPending}>
              {t('ui.save')}
            </Button>
            {person.role !== 'guest' && until && (
              <Button isPending={put.isPending} onPress={() => save(null)}>
                {t('people.noEnd')}
              </Button>
            )}
            <Button variant="quiet" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <Field
          name="until"
          type="date"
          label={t('people.endDate')}
          defaultValue={until ? dayOf(new Date(until)) : ''}
          min={dayOf(now)}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
