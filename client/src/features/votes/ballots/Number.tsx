import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { useI18n } from '../../../i18n/i18n.tsx'
import { classes } from '../../../ui/classes.ts'
import field from '../../../ui/Field.module.css'
import { sayAmount } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import { wholeOf } from './ballot-draft.ts'
import styles from './Ballots.module.css'
import type { BallotPart } from './use-ballot.ts'

/** A number of one's own: of all those proposed the middle one is kept. */
export function Number({ vote, draft, onChange, messages }: BallotPart) {
  const t = useSay()
  const { locale } = useI18n()
  const limits = vote.rules.number
  const unit = limits?.unit ?? ''
  const number = wholeOf(draft.number)
  return (
    <TextField
      className={classes(field['field'], styles['number'])}
      value={draft.number}
      onChange={(typed) => onChange({ number: typed })}
      isInvalid={messages[''] !== undefined}
    >
      <Label className={field['label']}>{t('ballot.number')}</Label>
      <div className={styles['amount']}>
        <Input className={field['input']} inputMode="numeric" autoComplete="off" />
        {unit && <span className={styles['unit']}>{unit}</span>}
      </div>
      {limits && (
        <Text slot="description" className={field['hint']}>
          {t('ballot.between', {
            low: sayAmount(limits.min, '', locale),
            high: sayAmount(limits.max, unit, locale),
          })}{' '}
          {number !== undefined && number >= limits.min && number <= limits.max && (
            <span className="strong">{t('ballot.proposes', { amount: sayAmount(number, unit, locale) })}</span>
          )}
        </Text>
      )}
      <FieldError className={field['error']}>{messages['']}</FieldError>
    </TextField>
  )
}
