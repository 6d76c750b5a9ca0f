import { RadioCards } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { hourAfter } from '../../../i18n/field-date.ts'
import { useSay } from '../texts/say.ts'
import type { PartProps } from './Advanced.tsx'

/** When a vote opens and closes. */
export function Timing({ asking, onChange }: PartProps) {
  const t = useSay()
  const now = useNow()
  return (
    <>
      <RadioCards
        inline
        label={t('decide.opens')}
        value={asking.isLater ? 'later' : 'now'}
        onChange={(when) => onChange({ isLater: when === 'later' })}
        options={[
          { id: 'now', label: t('decide.now') },
          { id: 'later', label: t('decide.later') },
        ]}
      />
      {asking.isLater && (
        <Field
          name="opensAt"
          type="datetime-local"
          label={t('decide.opensAt')}
          value={asking.opensAt}
          onChange={(opensAt) => onChange({ opensAt })}
          min={hourAfter(0, 0, now)}
          isRequired
        />
      )}
      <Field
        name="closesAt"
        type="datetime-local"
        label={t('decision.closes')}
        hint={t('decide.closesHint')}
        value={asking.closesAt}
        onChange={(closesAt) => onChange({ closesAt })}
        min={asking.isLater ? asking.opensAt : hourAfter(0, 0, now)}
        isRequired
      />
    </>
  )
}
