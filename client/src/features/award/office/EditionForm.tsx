import type { CreateEditionBody } from '@cenacle/contract/award'
import { type ReactNode, useState } from 'react'
import { RadioCards } from '../../../ui/Choice.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Edition } from './api.ts'
import { askingOfEdition, editionBody, type EditionAsking } from './asking.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

interface EditionFormProps {
  /** Nothing for a new one. */
  edition?: Edition
  /** What a new one begins with. */
  start: { name: string; year: number }
  error: unknown
  actions: ReactNode
  onSubmit: (body: CreateEditionBody) => void
}

interface PartProps {
  asking: EditionAsking
  edition: Edition | undefined
  onChange: (change: Partial<EditionAsking>) => void
}

/** Three dates that follow each other; each may be fixed later, and once the call is open moved later while it is to come. */
function Calendar({ asking, edition, onChange }: PartProps) {
  const t = useSay()
  const isCalled = Boolean(edition?.calledAt)
  const isOver = isCalled && edition?.phase !== 'call'
  const names = (['callClosesAt', 'juryClosesAt', 'embargoAt'] as const).filter(
    (name) => !(isOver && name === 'callClosesAt'),
  )
  return (
    <fieldset className={styles['fieldset']}>
      <legend className={styles['legend']}>{t('calendar.title')}</legend>
      <p className="small muted">{t(isCalled ? 'calendar.later' : 'calendar.help')}</p>
      <div className={styles['dates-fields']}>
        {names.map((name) => (
          <Field
            key={name}
            name={name}
            type="datetime-local"
            label={t(`calendar.${name}`)}
            hint={t(`calendar.${name}.hint`)}
            value={asking[name]}
            onChange={(value) => onChange({ [name]: value })}
            optional
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What a conflict of interest takes away, while that can be chosen. */
function Scope({ asking, onChange }: Omit<PartProps, 'edition'>) {
  const t = useSay()
  return (
    <RadioCards
      name="scope"
      label={t('scope.ask')}
      hint={t('scope.help')}
      value={asking.scope}
      onChange={(scope) => onChange({ scope })}
      options={(['category', 'entry'] as const).map((id) => ({
        id,
        label: t(`scope.${id}`),
        hint: t(`scope.${id}.hint`),
      }))}
    />
  )
}

/** The same once the call is open: what it is, and since when it does not change. */
function FrozenScope({ edition }: { edition: Edition }) {
  const t = useSay()
  return (
    <Notice title={t('scope.title')}>
      {t(`scope.${edition.scope}.said`)} {t('frozen.scope')}
    </Notice>
  )
}

/** What an edition is called, what it says, when it goes from one phase to the next, and what a conflict of interest takes away. */
export function EditionForm({ edition, start, error, actions, onSubmit }: EditionFormProps) {
  const t = useSay()
  const [asking, setAsking] = useState(() => askingOfEdition(edition, start))
  const change = (changed: Partial<EditionAsking>): void => setAsking((before) => ({ ...before, ...changed }))
  return (
    <Form
      error={error}
      messages={{ juryClosesAt: t('calendar.juryWrong'), embargoAt: t('calendar.embargoWrong') }}
      onSubmit={() => onSubmit(editionBody(asking, edition))}
      actions={actions}
    >
      <div className={styles['name-year']}>
        <Field
          name="name"
          label={t('edition.name')}
          value={asking.name}
          onChange={(value) => change({ name: value })}
          maxLength={120}
          autoComplete="off"
          isRequired
        />
        <Field
          name="year"
          label={t('edition.year')}
          value={asking.year}
          onChange={(year) => change({ year })}
          inputMode="numeric"
          autoComplete="off"
          validate={(year) => (/^20\d\d$|^2100$/.test(year.trim()) ? null : t('edition.yearWrong'))}
          isRequired
        />
      </div>
      <Field
        name="partner"
        label={t('edition.partner')}
        hint={t('edition.partnerHint')}
        value={asking.partner}
        onChange={(partner) => change({ partner })}
        maxLength={120}
        autoComplete="off"
        optional
      />
      <TextArea
        name="text"
        label={t('edition.text')}
        hint={t('edition.textHint')}
        value={asking.text}
        onChange={(text) => change({ text })}
        rows={6}
        optional
      />
      <Calendar asking={asking} edition={edition} onChange={change} />
      {edition?.calledAt ? <FrozenScope edition={edition} /> : <Scope asking={asking} onChange={change} />}
    </Form>
  )
}
