import type { College } from '@cenacle/contract/person'
import { type ReactNode, useState } from 'react'
import { useDraft } from '../../lib/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioCards } from '../../ui/Choice.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { type Candidacy, useCreateCandidacy } from './api.ts'
import { useSay } from './texts/say.ts'

interface CandidacyFormProps {
  /** Who writes: nobody who is signed in, for somebody who asks for a seat themselves. */
  authorId: string | undefined
  sponsorId?: string | null
  /** The choice of a sponsor, where whoever writes is none. */
  sponsor?: ReactNode
  onDone: (candidacy: Candidacy) => void
}

/** Asks for a seat, for oneself or for somebody whom one brings before the committee. */
export function CandidacyForm({ authorId, sponsorId = null, sponsor, onDone }: CandidacyFormProps) {
  const t = useSay()
  const create = useCreateCandidacy()
  const [college, setCollege] = useState<College>('undeclared')
  const { draft, setDraft, clear } = useDraft(authorId ?? 'public', 'candidacy')
  const isOwn = authorId === undefined
  const submit = (values: FormData): void =>
    create.mutate(
      {
        name: textOf(values, 'name'),
        email: textOf(values, 'email'),
        employer: textOf(values, 'employer'),
        motivation: draft.text,
        college,
        sponsorId,
      },
      {
        onSuccess: (candidacy) => {
          clear()
          onDone(candidacy)
        },
      },
    )
  return (
    <Form
      error={create.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
          {t('candidacy.submit')}
        </Button>
      }
    >
      <Field name="name" label={t('candidacy.name')} autoComplete={isOwn ? 'name' : 'off'} maxLength={80} isRequired />
      <Field
        name="email"
        type="email"
        label={t('candidacy.email')}
        autoComplete={isOwn ? 'email' : 'off'}
        maxLength={254}
        isRequired
      />
      <Field
        name="employer"
        label={t('candidacy.employerField')}
        autoComplete={isOwn ? 'organization' : 'off'}
        maxLength={200}
        optional
      />
      <TextArea
        name="motivation"
        label={t(isOwn ? 'candidacy.applyMotivation' : 'candidacy.motivationField')}
        hint={t(isOwn ? 'candidacy.applyMotivationHint' : 'candidacy.motivationHint')}
        value={draft.text}
        onChange={(text) => setDraft({ text })}
        rows={8}
        maxLength={20_000}
        isRequired
      />
      <RadioCards
        inline
        label={isOwn ? t('college.label') : t('candidacy.college')}
        hint={isOwn ? t('college.why') : t('candidacy.collegeHint')}
        value={college}
        onChange={setCollege}
        options={[
          { id: 'woman', label: t('college.woman') },
          { id: 'man', label: t('college.man') },
          { id: 'undeclared', label: isOwn ? t('college.undeclared') : t('candidacy.collegeUnknown') },
        ]}
      />
      {sponsor}
      {isOwn && (
        <Checkbox name="consent" hint={t('candidacy.consentHelp')} isRequired>
          {t('candidacy.consent')}
        </Checkbox>
      )}
    </Form>
  )
}
