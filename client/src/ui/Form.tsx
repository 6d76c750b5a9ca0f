import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { useI18n } from '../i18n/i18n.tsx'
import { fieldMessages } from './field-messages.ts'
import styles from './Form.module.css'
import { ErrorNotice } from './Notice.tsx'

interface FormProps {
  onSubmit: (values: FormData) => void
  /** What the last attempt threw: field messages go to the fields of that name, the rest is said above the acts. */
  error?: unknown
  /** Says of a field, by its name, what the server can only say in general. */
  messages?: Record<string, string>
  /** The acts, the main one first; null where they stand among the fields. */
  actions: ReactNode
  children: ReactNode
}

/** @param _attempt the same words are said again after another attempt */
const saidOf = (words: string, _attempt: unknown): Record<string, string> => JSON.parse(words) as Record<string, string>

/** Fields, what is wrong, and the acts. Fields keep what was typed when the server refuses it. */
export function Form({ onSubmit, error, messages, actions, children }: FormProps) {
  const { locale } = useI18n()
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const found = Object.entries(fieldMessages(error, locale))
  const words = JSON.stringify(Object.fromEntries(found.map(([name, text]) => [name, messages?.[name] ?? text])))
  // A field takes another object for a new answer of the server, and is wrong again: one for each attempt, not for each keystroke.
  const said = useMemo(() => saidOf(words, error), [words, error])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    setNames(new Set(values.keys()))
    onSubmit(values)
  }
  return (
    <AriaForm className={styles['form'] ?? ''} validationErrors={said} onSubmit={submit}>
      {children}
      {error !== undefined && error !== null && <ErrorNotice error={error} saidByFields={names} />}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </AriaForm>
  )
}
