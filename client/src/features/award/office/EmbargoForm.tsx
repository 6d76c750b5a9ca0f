import { asField, instantOf } from '../../../i18n/field-date.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { type Edition, useChangeEdition } from './api.ts'
import { useSay } from './texts/say.ts'

/** The instant of the publication alone: the one date that stays open until the palmarès is sealed. */
export function EmbargoForm({ edition }: { edition: Edition }) {
  const t = useSay()
  const change = useChangeEdition(edition.id)
  const submit = (values: FormData): void =>
    change.mutate(
      { embargoAt: instantOf(textOf(values, 'embargoAt')) ?? null },
      { onSuccess: () => toast(t('edition.saved')) },
    )
  return (
    <Form
      error={change.error}
      messages={{ embargoAt: t('calendar.embargoWrong') }}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={change.isPending}>
          {t('ui.save')}
        </Button>
      }
    >
      <Field
        name="embargoAt"
        type="datetime-local"
        label={t('calendar.embargoAt')}
        hint={t('calendar.embargoAt.hint')}
        defaultValue={edition.embargoAt ? asField(new Date(edition.embargoAt)) : ''}
        isRequired
      />
    </Form>
  )
}
