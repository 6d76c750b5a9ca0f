import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { type Call, useApplyEntry } from './api.ts'
import type { EntryWords } from './entry-draft.ts'
import { EntryFields } from './EntryFields.tsx'
import styles from './Jury.module.css'
import { NextSteps } from './NextSteps.tsx'
import { useSay } from './texts/say.ts'
import { useEntryWords } from './use-entry-words.ts'

/** What was sent, and where the link to confirm by goes. */
export interface SentEntry {
  email: string
  words: EntryWords
}

interface CallFormProps {
  call: Call
  /** Who answers for the data, and whom to write to. */
  privacy: string
  onSent: (sent: SentEntry) => void
}

/** Files an entry without an account: what it is, whom to write to, and what is agreed to. */
export function CallForm({ call, privacy, onSent }: CallFormProps) {
  const t = useSay()
  const apply = useApplyEntry(call.id)
  const { words, change, ready, clear } = useEntryWords({
    owner: 'public',
    editionId: call.id,
    categories: call.categories,
  })
  const submit = (values: FormData): void => {
    const entry = ready()
    const contactName = textOf(values, 'contactName')
    const email = textOf(values, 'contactEmail')
    apply.mutate(
      { ...entry, contactName, contactEmail: email, consent: true },
      {
        onSuccess: () => {
          clear()
          onSent({ email, words: entry })
        },
      },
    )
  }
  return (
    <Form
      error={apply.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={apply.isPending}>
          {t('entry.act')}
        </Button>
      }
    >
      <EntryFields categories={call.categories} words={words} onChange={change} />
      <section className={styles['fields']} aria-labelledby="contact">
        <h2 id="contact">{t('entry.contact')}</h2>
        <Field name="contactName" label={t('entry.contactName')} autoComplete="name" maxLength={80} isRequired />
        <Field
          name="contactEmail"
          type="email"
          label={t('entry.contactEmail')}
          hint={t('entry.contactEmailHint')}
          autoComplete="email"
          maxLength={254}
          isRequired
        />
      </section>
      <section className={styles['fields']} aria-labelledby="data">
        <h2 id="data">{t('entry.data')}</h2>
        <p className="muted">{t('entry.dataWhy', { span: t('span.months', { count: call.keptMonths }) })}</p>
        <p className="muted">{t('entry.dataKept')}</p>
        <Prose html={privacy} />
        <Checkbox name="consent" isRequired>
          {t('entry.consent')}
        </Checkbox>
      </section>
      <NextSteps from="mail" />
    </Form>
  )
}
