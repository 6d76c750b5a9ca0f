import { Eye, EyeOff } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import { type Say, useT } from '../i18n/i18n.tsx'
import { Button } from './Button.tsx'
import styles from './Field.module.css'

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  label: ReactNode
  hint?: ReactNode
  /** Says « facultatif » beside the label: fields are required unless they say otherwise. */
  optional?: boolean
  placeholder?: string
  /** The first day that a date field offers. */
  min?: string
}

/** What the browser found, in the language of the page instead of the browser's; undefined where the server found it. */
const messageOf = (details: ValidityState, t: Say): string | undefined => {
  if (details.valueMissing) return t('field.required')
  if (details.tooShort) return t('field.tooShort')
  if (details.typeMismatch) return t('field.email')
  if (details.rangeUnderflow) return t('field.past')
  if (details.badInput) return t('field.unreadable')
  return undefined
}

/** The label of a field, with « facultatif » where it is. */
export function FieldLabel({ children, optional }: { children: ReactNode; optional?: boolean | undefined }) {
  const t = useT()
  return (
    <Label className={styles['label']}>
      {children}
      {optional && <span className={styles['optional']}> ({t('ui.optional')})</span>}
    </Label>
  )
}

/** What a field says below itself: its hint and what is wrong with it. */
export function FieldNotes({ hint }: { hint?: ReactNode }) {
  const t = useT()
  return (
    <>
      {hint && (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['error']}>
        {({ validationDetails, validationErrors }) => messageOf(validationDetails, t) ?? validationErrors.join(' ')}
      </FieldError>
    </>
  )
}

/**
 * An error goes as soon as what is typed is right. React Aria looks again when one leaves the field: then the error would
 * vanish under a press on the button below, which moves up and is missed.
 */
const lookAgain = ({ currentTarget }: FormEvent<HTMLElement>): void => {
  if (currentTarget.ariaInvalid === 'true') currentTarget.dispatchEvent(new Event('change', { bubbles: true }))
}

/** One line of text. `name` links it to the messages of `<Form validationErrors>`. */
export function Field({ label, hint, optional, placeholder, min, ...props }: FieldProps) {
  return (
    <TextField {...props} className={styles['field']}>
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <Input className={styles['input']} placeholder={placeholder} min={min} onInput={lookAgain} />
      <FieldNotes hint={hint} />
    </TextField>
  )
}

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, optional, placeholder, rows = 4, ...props }: FieldProps & { rows?: number }) {
  return (
    <TextField {...props} className={styles['field']}>
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <AriaTextArea className={styles['input']} placeholder={placeholder} rows={rows} onInput={lookAgain} />
      <FieldNotes hint={hint} />
    </TextField>
  )
}

/** A password that can be shown while it is typed. */
export function PasswordField({ label, hint, ...props }: FieldProps) {
  const t = useT()
  const [shown, setShown] = useState(false)
  return (
    <TextField {...props} type={shown ? 'text' : 'password'} className={styles['field']}>
      <FieldLabel>{label}</FieldLabel>
      <div className={styles['reveal']}>
        <Input className={styles['input']} onInput={lookAgain} />
        <Button
          variant="quiet"
          icon
          aria-label={t(shown ? 'ui.hidePassword' : 'ui.showPassword')}
          onPress={() => setShown(!shown)}
        >
          {shown ? <EyeOff size={20} aria-hidden /> : <Eye size={20} aria-hidden />}
        </Button>
      </div>
      <FieldNotes hint={hint} />
    </TextField>
  )
}
