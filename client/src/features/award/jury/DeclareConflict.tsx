import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { textOf } from '../../../ui/text-of.ts'
import { type Category, type Edition, type Entry, useDeclare } from './api.ts'
import { concerned, consequenceOf, effectOf, isBeforeJury, isWhole } from './conflict-rules.ts'
import styles from './Jury.module.css'
import { useSay } from './texts/say.ts'

/** The choice that is no entry. */
const WHOLE = 'whole'

interface DeclareConflictProps {
  edition: Edition
  /** Those that one may step back from; of one alone nothing is asked. */
  categories: readonly Category[]
  entries: readonly Entry[]
  onClose: () => void
  /** @param whole one no longer judges the category at all */
  onDeclared: (whole: boolean) => void
}

/** Says that one cannot judge: about what, why, and what becomes of one's ballot. */
export function DeclareConflict({ edition, categories, entries, onClose, onDeclared }: DeclareConflictProps) {
  const t = useSay()
  const [categoryId, setCategory] = useState(categories[0]?.id ?? '')
  const [about, setAbout] = useState(WHOLE)
  const entryId = about === WHOLE ? null : about
  const whole = isWhole(edition, entryId)
  const declare = useDeclare(() => onDeclared(whole))
  const choose = (id: string): void => {
    setCategory(id)
    setAbout(WHOLE)
  }
  const submit = (values: FormData): void => declare.mutate({ categoryId, entryId, reason: textOf(values, 'reason') })
  return (
    <Dialog isOpen onClose={onClose} title={t('conflict.ask')}>
      <Notice tone={isBeforeJury(edition) ? 'plain' : 'live'}>
        <p>{t(effectOf(edition, whole))}</p>
        <p>{t(consequenceOf(edition, whole))}</p>
      </Notice>
      <Form
        error={declare.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone" isPending={declare.isPending}>
              {t('conflict.declare')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        {categories.length > 1 ? (
          <Select
            label={t('conflict.category')}
            value={categoryId}
            onChange={choose}
            options={categories.map(({ id, name }) => ({ id, label: name }))}
          />
        ) : (
          <p className={styles['say']}>
            {t('conflict.category')} : {categories[0]?.name}
          </p>
        )}
        <Select
          label={t('conflict.about')}
          value={about}
          onChange={setAbout}
          options={[
            { id: WHOLE, label: t('conflict.whole') },
            ...concerned(entries, categoryId, edition).map(({ id, title, organisation }) => ({
              id,
              label: title,
              hint: organisation,
            })),
          ]}
        />
        <TextArea
          name="reason"
          label={t('conflict.reason')}
          hint={`${t('conflict.reasonHint')} ${t('conflict.private')}`}
          rows={3}
          maxLength={500}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
