import type { ReactNode } from 'react'
import { useMe } from '../../../lib/session.ts'
import { useDraft } from '../../../lib/use-draft.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import styles from '../Vote.module.css'
import { useSay } from '../texts/say.ts'

/** As `reasonText(10)` of the contract, whose schemas would weigh on this screen. */
const SHORTEST = 10

interface ReasonDialogProps {
  title: string
  /** What follows from the act, one sentence each. */
  consequences: readonly string[]
  /** Where what is typed is kept on this device until it is sent. */
  place: string
  /** What is asked for, where it is no reason. */
  label?: string
  hint?: string
  act: string
  danger?: boolean
  error: unknown
  isPending: boolean
  onClose: () => void
  onSubmit: (reason: string, values: FormData) => Promise<unknown>
  children?: ReactNode
}

/** An act on a vote with a text that everybody will read, its reason where nothing else is said: what it does first, then the text. */
export function ReasonDialog({ place, consequences, label, hint, act, danger, children, ...props }: ReasonDialogProps) {
  const t = useSay()
  const me = useMe()
  const { draft, setDraft, clear } = useDraft(me.id, place)
  // What went wrong is shown by `error`.
  const submit = (values: FormData): void => void props.onSubmit(draft.text, values).then(clear, () => undefined)
  const tooShort = (text: string): string | null =>
    [...text.trim()].length < SHORTEST ? t('manage.reasonShort') : null
  return (
    <Dialog isOpen onClose={props.onClose} title={props.title}>
      <ul className={classes(styles['consequences'], !danger && styles['plain'])}>
        {consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <Form
        error={props.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant={danger ? 'danger' : 'primary'} wide="phone" isPending={props.isPending}>
              {act}
            </Button>
            <Button
              variant="quiet"
              wide="phone"
              onPress={() => {
                clear()
                props.onClose()
              }}
            >
              {t('ui.back')}
            </Button>
          </>
        }
      >
        {children}
        <TextArea
          name={label === undefined ? 'reason' : 'text'}
          label={label ?? t('manage.reason')}
          hint={hint ?? t('manage.reasonHint')}
          value={draft.text}
          onChange={(text) => setDraft({ text })}
          validate={tooShort}
          rows={4}
          maxLength={4000}
          isRequired
        />
      </Form>
    </Dialog>
  )
}
