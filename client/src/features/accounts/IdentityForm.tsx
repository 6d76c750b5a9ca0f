import type { Me } from '@cenacle/contract/person'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { useSaveProfile } from './api.ts'

/** Name, function, employer: what others see of a person. */
export function IdentityForm({ me }: { me: Me }) {
  const t = useSay()
  const save = useSaveProfile()
  const submit = (values: FormData): void =>
    save.mutate(
      { name: textOf(values, 'name'), headline: textOf(values, 'headline'), employer: textOf(values, 'employer') },
      { onSuccess: () => toast(t('profile.saved')) },
    )
  return (
    <Form
      error={save.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={save.isPending}>
          {t('ui.save')}
        </Button>
      }
    >
      <Field
        name="name"
        label={t('profile.name')}
        defaultValue={me.name}
        autoComplete="name"
        maxLength={80}
        isRequired
      />
      <Field
        name="headline"
        label={t('profile.headline')}
        hint={t('profile.headlineHint')}
        defaultValue={me.headline}
        autoComplete="organization-title"
        maxLength={200}
        optional
      />
      <Field
        name="employer"
        label={t('profile.employer')}
        defaultValue={me.employer}
        autoComplete="organization"
        maxLength={200}
        optional
      />
    </Form>
  )
}
