import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { TextArea } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { type Content, useProposeErratum } from '../api.ts'
import { useSay } from '../texts/say.ts'
import { CategoryFields } from './CategoryFields.tsx'
import { bodyOf, draftOf } from './draft.ts'
import styles from './Erratum.module.css'

interface ErratumFormProps {
  id: string
  palmares: Content
  /** Once it is proposed, before the screen shows the proposal. */
  onActed: () => void
}

/** Proposes a correction of what is public. */
export function ErratumForm({ id, palmares, onActed }: ErratumFormProps) {
  const t = useSay()
  const [drafts, setDrafts] = useState(() => draftOf(palmares))
  const [reason, setReason] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const { mutate, isPending, error } = useProposeErratum(id, onActed)
  const propose = (): void => {
    const body = bodyOf(palmares, drafts, reason)
    setEmpty(body === undefined)
    if (body) mutate(body)
  }
  return (
    <Form
      onSubmit={propose}
      error={error}
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('erratum.propose')}
        </Button>
      }
    >
      <p className="muted">{t('erratum.namesHelp')}</p>
      <div className={styles['categories']}>
        {palmares.categories.map((category, index) => {
          const draft = drafts[index]
          return (
            draft && (
              <CategoryFields
                key={category.id}
                category={category}
                draft={draft}
                onChange={(changed) => setDrafts(drafts.with(index, changed))}
              />
            )
          )
        })}
      </div>
      <TextArea
        label={t('erratum.reason')}
        hint={t('erratum.reasonHint')}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={500}
        rows={2}
        isRequired
      />
      <p className="muted">{t('erratum.next')}</p>
      {isEmpty && <Notice tone="live" role="alert" title={t('erratum.nothing')} />}
    </Form>
  )
}
