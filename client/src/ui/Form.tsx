import type { FormEvent, ReactNode } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { asProblem } from '../lib/problem.ts'
import styles from './Form.module.css'
import { ErrorNotice } from './Notice.tsx'

interface FormProps {
  onSubmit: (values: FormData) => void
  /** What the last attempt threw: field messages go to the fields of that name, the rest is said above the acts. */
  error?: unknown
  /** The acts, the main one first; null where they stand among the fields. */
  actions: ReactNode
  children: ReactNode
}

/** Fields, what is wrong, and the acts. Fields keep what was typed when the server refuses it. */
export function Form({ onSubmit, error, actions, children }: FormProps) {
  const fields = asProblem(error)?.fields ?? {}
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <AriaForm className={styles['form'] ?? ''} validationErrors={fields} onSubmit={submit}>
      {children}
      {error !== undefined && error !== null && <ErrorNotice error={error} />}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </AriaForm>
  )
}
