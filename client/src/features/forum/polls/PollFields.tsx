import { Checkbox } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OptionsEditor } from '../../../ui/OptionsEditor.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { hourAfter } from '../../../i18n/field-date.ts'
import type { Asking } from './asking.ts'
import { useSay } from './texts/say.ts'

/** As `MOST_CHOICES` of the contract. */
const MOST = 10

interface PollFieldsProps {
  asking: Asking
  onChange: (change: Partial<Asking>) => void
  /** Of the fields: `poll.` where the poll is sent with a post. */
  prefix: string
}

/** What a poll asks: a question, options, how many of them, until when. */
export function PollFields({ asking, onChange, prefix }: PollFieldsProps) {
  const t = useSay()
  const now = useNow()
  return (
    <>
      <Field
        name={`${prefix}question`}
        label={t('poll.question')}
        value={asking.question}
        onChange={(question) => onChange({ question })}
        maxLength={300}
        autoComplete="off"
        isRequired
      />
      <OptionsEditor
        options={asking.options}
        onChange={(options) => onChange({ options })}
        most={MOST}
        name={`${prefix}options`}
        texts={{
          title: t('poll.options'),
          add: t('poll.addOption'),
          option: (number) => t('poll.oneOption', { number }),
          remove: (number) => t('poll.removeOption', { number }),
        }}
      />
      <Checkbox isSelected={asking.multiple} onChange={(multiple) => onChange({ multiple })}>
        {t('poll.multiple')}
      </Checkbox>
      <Field
        name={`${prefix}closesAt`}
        type="datetime-local"
        label={t('poll.end')}
        hint={t('poll.endHelp')}
        value={asking.closesAt}
        onChange={(closesAt) => onChange({ closesAt })}
        min={hourAfter(0, 0, now)}
        optional
      />
    </>
  )
}
