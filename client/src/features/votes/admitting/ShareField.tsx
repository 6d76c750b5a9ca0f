import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { ShareDraft, ShareName } from './admission-draft.ts'
import { useSayAdmitting } from './texts/say.ts'

interface ShareProps {
  /** Of the field that an error points at. */
  name: string
  label: string
  hint?: string
  choices: readonly ShareName[]
  value: ShareDraft
  onChange: (value: ShareDraft) => void
}

/** A share by its name, or as a percentage. */
export function ShareField({ name, label, hint, choices, value, onChange }: ShareProps) {
  const t = useSayAdmitting()
  return (
    <>
      <Select
        label={label}
        hint={hint}
        options={choices.map((id) => ({ id, label: t(`admit.share.${id}`) }))}
        value={value.name}
        onChange={(chosen) => onChange({ ...value, name: chosen })}
      />
      {value.name === 'percent' && (
        <Field
          name={name}
          label={t('admit.percentOf', { label })}
          inputMode="numeric"
          pattern="100|[1-9][0-9]?"
          value={value.percent}
          onChange={(percent) => onChange({ ...value, percent })}
          isRequired
        />
      )}
    </>
  )
}
