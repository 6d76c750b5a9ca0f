import type { ApplicationFormAnswer } from '@cenacle/contract/application'
import type { College } from '@cenacle/contract/person'
import { useState } from 'react'
import { paths } from '../../lib/paths.ts'
import { Link } from '../../ui/Link.tsx'
import { saySpan } from './say-span.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioCards } from '../../ui/Choice.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { textOf } from '../../ui/text-of.ts'
import { useApply } from './api.ts'
import styles from './Candidacies.module.css'
import { useSay } from './texts/say.ts'

/** Whose and what the draft of the public form is, on this device. */
export const APPLICATION_DRAFT = ['public', 'candidacy'] as const

interface ApplicationFormProps {
  form: ApplicationFormAnswer
  /** @param email where the link to confirm by goes */
  onSent: (email: string) => void
}

/** Asks for a seat, without an account: who one is, why, and what is agreed to. */
export function ApplicationForm({ form, onSent }: ApplicationFormProps) {
  const t = useSay()
  const apply = useApply()
  const [college, setCollege] = useState<College>('undeclared')
  // Kept until the mail is confirmed: whoever mistyped the address comes back to it.
  const { draft, setDraft } = useDraft(...APPLICATION_DRAFT)
  const submit = (values: FormData): void => {
    const email = textOf(values, 'email')
    apply.mutate(
      {
        name: textOf(values, 'name'),
        email,
        college,
        employer: textOf(values, 'employer'),
        motivation: draft.text,
        sponsorNamed: textOf(values, 'sponsorNamed'),
        consent: true,
        charter: form.charter.hash,
      },
      { onSuccess: () => onSent(email) },
    )
  }
  return (
    <div className="stack-loose">
      <p className="small">
        <Link to={paths.followed()}>{t('apply.already')}</Link>
      </p>
      <Form
        error={apply.error}
        onSubmit={submit}
        actions={
          <Button type="submit" variant="primary" wide="phone" isPending={apply.isPending}>
            {t('apply.act')}
          </Button>
        }
      >
        <Field name="name" label={t('apply.name')} autoComplete="name" maxLength={80} isRequired />
        <Field
          name="email"
          type="email"
          label={t('apply.email')}
          hint={t('apply.emailHint')}
          autoComplete="email"
          maxLength={254}
          isRequired
        />
        <Field name="employer" label={t('apply.employer')} autoComplete="organization" maxLength={200} optional />
        <TextArea
          name="motivation"
          label={t('apply.motivation')}
          hint={t('apply.motivationHint')}
          value={draft.text}
          onChange={(text) => setDraft({ text })}
          rows={8}
          maxLength={20_000}
          isRequired
        />
        <Field
          name="sponsorNamed"
          label={t('apply.sponsor')}
          hint={t('apply.sponsorHint')}
          autoComplete="off"
          maxLength={200}
          optional
        />
        <RadioCards
          inline
          label={t('college.label')}
          hint={t('apply.collegeWhy')}
          value={college}
          onChange={setCollege}
          options={[
            { id: 'woman', label: t('college.woman') },
            { id: 'man', label: t('college.man') },
            { id: 'undeclared', label: t('college.undeclared') },
          ]}
        />
        <section className={styles['section']} aria-labelledby="charter">
          <h2 id="charter">{t('apply.charter')}</h2>
          <div className={styles['charter']}>
            <Prose html={form.charter.html} />
          </div>
          <Checkbox name="charter" isRequired>
            {t('apply.agreeCharter')}
          </Checkbox>
        </section>
        <section className={styles['section']} aria-labelledby="data">
          <h2 id="data">{t('apply.data')}</h2>
          <p className="muted">{t('apply.dataWhy', { span: saySpan(form.keptDays, t) })}</p>
          <Prose html={form.privacy} />
          <Checkbox name="consent" isRequired>
            {t('apply.consent')}
          </Checkbox>
        </section>
      </Form>
    </div>
  )
}
