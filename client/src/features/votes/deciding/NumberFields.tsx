import { Field } from '../../../ui/Field.tsx'
import { useSay } from '../texts/say.ts'
import type { PartProps } from './Advanced.tsx'
import styles from './Deciding.module.css'

/** Of a number: of what, from where to where. */
export function NumberFields({ asking, onChange }: PartProps) {
  const t = useSay()
  return (
    <fieldset className={styles['fieldset']}>
      <legend className={styles['legend']}>{t('decide.number')}</legend>
      <div className={styles['limits']}>
        <Field
          name="rules.number.min"
          label={t('decide.min')}
          inputMode="numeric"
          autoComplete="off"
          value={asking.min}
          onChange={(min) => onChange({ min })}
          isRequired
        />
        <Field
          name="rules.number.max"
          label={t('decide.max')}
          inputMode="numeric"
          autoComplete="off"
          value={asking.max}
          onChange={(max) => onChange({ max })}
          isRequired
        />
        <Field
          name="rules.number.unit"
          label={t('decide.unit')}
          placeholder="€"
          autoComplete="off"
          maxLength={40}
          value={asking.unit}
          onChange={(unit) => onChange({ unit })}
          optional
        />
      </div>
    </fieldset>
  )
}
