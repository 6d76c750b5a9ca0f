import { useState } from 'react'
import { Button, type ButtonProps } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'

interface SayFormProps {
  label: string
  hint?: string
  act: string
  variant?: ButtonProps['variant']
  maxLength: number
  rows?: number
  /** What stands in the field at first. */
  initial?: string
  error: unknown
  isPending: boolean
  /** @param done empties the field, once what was said has arrived */
  onSay: (text: string, done: () => void) => void
}

/** One text to send: a question, an answer, a presentation. */
export function SayForm({ label, hint, act, variant, maxLength, rows = 3, initial = '', ...rest }: SayFormProps) {
  const [text, setText] = useState(initial)
  return (
    <Form
      error={rest.error}
      onSubmit={() => rest.onSay(text, () => setText(''))}
      actions={
        <Button type="submit" variant={variant} wide="phone" isPending={rest.isPending}>
          {act}
        </Button>
      }
    >
      <TextArea
        name="text"
        label={label}
        hint={hint}
        value={text}
        onChange={setText}
        rows={rows}
        maxLength={maxLength}
        isRequired
      />
    </Form>
  )
}
