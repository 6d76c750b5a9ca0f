import { RadioCards } from '../../../ui/Choice.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import type { EntryWords } from './entry-draft.ts'
import { useSay } from './texts/say.ts'

/** As `bodyText(4_000)` of the contract, whose schemas would weigh on this screen. */
const LONGEST = 4_000
/** From here on it is said how much room is left. */
const NEAR = 500

interface EntryFieldsProps {
  categories: readonly { id: string; name: string; question: string }[]
  words: EntryWords
  onChange: (change: Partial<EntryWords>) => void
}

/** What every entry says, whoever files it. */
export function EntryFields({ categories, words, onChange }: EntryFieldsProps) {
  const t = useSay()
  const left = LONGEST - words.summary.length
  return (
    <>
      <RadioCards
        name="categoryId"
        label={t('entry.category')}
        hint={t('entry.categoryHint')}
        value={words.categoryId || null}
        isRequired
        onChange={(categoryId) => onChange({ categoryId })}
        options={categories.map(({ id, name, question }) => ({ id, label: name, hint: question }))}
      />
      <Field
        name="title"
        label={t('entry.name')}
        hint={t('entry.nameHint')}
        value={words.title}
        onChange={(title) => onChange({ title })}
        autoComplete="off"
        maxLength={120}
        isRequired
      />
      <Field
        name="organisation"
        label={t('entry.organisation')}
        hint={t('entry.organisationHint')}
        value={words.organisation}
        onChange={(organisation) => onChange({ organisation })}
        autoComplete="organization"
        maxLength={160}
        isRequired
      />
      <TextArea
        name="summary"
        label={t('entry.summary')}
        hint={
          <>
            {t('entry.summaryHint')} {left < NEAR && <span className="strong">{t('entry.left', { count: left })}</span>}
          </>
        }
        value={words.summary}
        onChange={(summary) => onChange({ summary })}
        rows={9}
        maxLength={LONGEST}
        isRequired
      />
      <Field
        name="link"
        label={t('entry.link')}
        hint={t('entry.linkHint')}
        value={words.link}
        onChange={(link) => onChange({ link })}
        inputMode="url"
        autoComplete="url"
        placeholder="https://"
        maxLength={500}
        optional
      />
    </>
  )
}
