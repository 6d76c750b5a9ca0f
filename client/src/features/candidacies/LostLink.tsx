import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { useLostLink } from './api.ts'
import { useSay } from './texts/say.ts'

/** Asks for another link to one's follow-up page; says the same of every address. */
export function LostLink() {
  const t = useSay()
  const ask = useLostLink()
  const [sentTo, setSentTo] = useState<string>()
  // The form is gone: whoever reads by ear stands on what came of it.
  if (sentTo !== undefined)
    return (
      <p role="status" tabIndex={-1} ref={(message) => message?.focus()}>
        {t('link.sent', { email: sentTo })}
      </p>
    )
  const submit = (values: FormData): void => {
    const email = textOf(values, 'email')
    ask.mutate(email, { onSuccess: () => setSentTo(email) })
  }
  return (
    <Form
      error={ask.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={ask.isPending}>
          {t('link.ask')}
        </Button>
      }
    >
      <Field
        name="email"
        type="email"
        label={t('apply.email')}
        hint={t('link.emailHint')}
        autoComplete="email"
        maxLength={254}
        isRequired
      />
    </Form>
  )
}
