import type { PersonCard } from '@cenacle/contract/person'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { toast } from '../../../ui/toasts.ts'
import { type Edition, type Entry, usePin } from './api.ts'
import styles from './Office.module.css'
import type { People } from './people.ts'
import { useSay } from './texts/say.ts'

const WHOLE = 'whole'
const NOBODY: ReadonlySet<string> = new Set()

interface PinDialogProps {
  edition: Edition
  entries: readonly Entry[]
  People: People
  onClose: () => void
}

/** Decides that somebody does not judge a category, or one entry of it, and why. */
export function PinDialog({ edition, entries, People, onClose }: PinDialogProps) {
  const t = useSay()
  const pin = usePin(edition.id)
  const [person, setPerson] = useState<PersonCard>()
  const [categoryId, setCategoryId] = useState(edition.categories[0]?.id ?? '')
  const [entryId, setEntryId] = useState(WHOLE)
  const [isMissing, setMissing] = useState(false)
  const own = entries.filter((entry) => entry.categoryId === categoryId && entry.verdict !== 'rejected')
  const submit = (values: FormData): void => {
    setMissing(person === undefined)
    if (!person) return
    pin.mutate(
      {
        categoryId,
        personId: person.id,
        entryId: entryId === WHOLE ? null : entryId,
        reason: textOf(values, 'reason'),
      },
      {
        onSuccess: () => {
          toast(t('conflict.pinned', { name: person.name }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('conflict.pinTitle')}>
      <ul className={styles['consequences']}>
        <li>{t('conflict.pinWhat')}</li>
        {edition.phase === 'jury' || edition.phase === 'deliberation' ? (
          <li>{t('conflict.pinVoid')}</li>
        ) : (
          <li>{t('conflict.pinLift')}</li>
        )}
      </ul>
      <Form
        error={pin.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="danger" wide="phone" isPending={pin.isPending}>
              {t('conflict.pin')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <People
          label={t('conflict.person')}
          chosen={person ? [person] : []}
          onChange={(people) => setPerson(people.at(-1))}
          without={NOBODY}
        />
        <p className="small muted">{t('conflict.pinWho')}</p>
        {isMissing && person === undefined && (
          <Notice tone="veto" role="alert">
            {t('conflict.personMissing')}
          </Notice>
        )}
        <Select
          name="categoryId"
          label={t('conflict.category')}
          options={edition.categories.map(({ id, name }) => ({ id, label: name }))}
          value={categoryId}
          onChange={(id) => {
            setCategoryId(id)
            setEntryId(WHOLE)
          }}
        />
        <Select
          name="entryId"
          label={t('conflict.what')}
          hint={edition.scope === 'category' ? t('conflict.scopeCategory') : undefined}
          options={[
            { id: WHOLE, label: t('conflict.whole') },
            ...own.map(({ id, title, organisation }) => ({ id, label: title, hint: organisation })),
          ]}
          value={entryId}
          onChange={setEntryId}
        />
        <TextArea
          name="reason"
          label={t('conflict.reason')}
          hint={t('conflict.reasonHint')}
          maxLength={500}
          rows={3}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
