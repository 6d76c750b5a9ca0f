import type { College } from '@cenacle/contract/person'
import { type ReactNode, useState } from 'react'
import { useDraft } from '../../lib/use-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { type Candidacy, useCreateCandidacy } from './api.ts'
import { useSay } from './texts/say.ts'

interface CandidacyFormProps {
  /** Who writes. */
  authorId: string
  sponsorId?: string | null
  /** The choice of a sponsor, where whoever writes is none. */
  sponsor?: ReactNode
  onDone: (candidacy: Candidacy) => void
}

/** Proposes somebody to the committee, who is told by mail. */
export function CandidacyForm({ authorId, sponsorId = null, sponsor, onDone }: CandidacyFormProps) {
  const t = useSay()
  const create = useCreateCandidacy()
  const [college, setCollege] = useState<College>('undeclared')
  const { draft, setDraft, clear } = useDraft(authorId, 'candidacy')
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
      <Field name="name" label={t('candidacy.name')} autoComplete="off" maxLength={80} isRequired />
      <Field name="email" type="email" label={t('candidacy.email')} autoComplete="off" maxLength={254} isRequired />
      <Field name="employer" label={t('candidacy.employerField')} autoComplete="off" maxLength={200} optional />
      <TextArea
        name="motivation"
        label={t('candidacy.motivationField')}
        hint={t('candidacy.motivationHint')}
        value={draft.text}
        onChange={(text) => setDraft({ text })}
        rows={8}
        maxLength={20_000}
        isRequired
      />
      <RadioCards
        inline
        label={t('candidacy.college')}
        hint={t('candidacy.collegeHint')}
        value={college}
        onChange={setCollege}
        options={[
          { id: 'woman', label: t('college.woman') },
          { id: 'man', label: t('college.man') },
          { id: 'undeclared', label: t('candidacy.collegeUnknown') },
        ]}
      />
      {sponsor}
    </Form>
  )
}
