import type { AdmissionsAnswer } from '@cenacle/contract/admissions'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/Form.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type AdmissionDraft, bodyOf, draftOf } from './admission-draft.ts'
import { Around, VetoPart, VotePart } from './AdmissionParts.tsx'
import { AdmissionPreview } from './AdmissionPreview.tsx'
import { useSetAdmissions } from './api.ts'
import { useSayAdmitting } from './texts/say.ts'

/** How the committee admits: each choice with what follows from it, and the rule in one sentence. */
export function AdmissionsForm({ admissions }: { admissions: AdmissionsAnswer }) {
  const t = useSayAdmitting()
  const [draft, setDraft] = useState(() => draftOf(admissions))
  const save = useSetAdmissions(() => toast(t('admit.saved')))
  const change = (changed: Partial<AdmissionDraft>): void => setDraft({ ...draft, ...changed })
  const part = { draft, onChange: change }
  return (
    <Form
      error={save.error}
      onSubmit={() => save.mutate(bodyOf(draft, admissions))}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={save.isPending}>
          {t('ui.save')}
        </Button>
      }
    >
      <AdmissionPreview draft={draft} />
      <VotePart {...part} />
      <VetoPart {...part} />
      <Around {...part} />
    </Form>
  )
}
