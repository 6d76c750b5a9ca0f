import { Button } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useMe } from '../../../lib/session.ts'
import { type Edition, useEnter } from './api.ts'
import { EntryFields } from './EntryFields.tsx'
import { NextSteps } from './NextSteps.tsx'
import { useSay } from './texts/say.ts'
import { useEntryWords } from './use-entry-words.ts'

interface MemberFormProps {
  edition: Edition
  /** @param title of the entry that is filed now */
  onFiled: (title: string) => void
}

/** Files an entry from inside the committee, at once. */
export function MemberForm({ edition, onFiled }: MemberFormProps) {
  const t = useSay()
  const me = useMe()
  const enter = useEnter(edition.id)
  const { categories } = edition
  const { words, change, ready, clear } = useEntryWords({ owner: me.id, editionId: edition.id, categories })
  const submit = (): void => {
    const entry = ready()
    enter.mutate(entry, {
      onSuccess: () => {
        clear()
        onFiled(entry.title)
      },
    })
  }
  return (
    <Form
      error={enter.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={enter.isPending}>
          {t('entry.actMember')}
        </Button>
      }
    >
      <EntryFields categories={categories} words={words} onChange={change} />
      <NextSteps from="check" />
    </Form>
  )
}
