import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import { useNow } from '../../ui/use-now.ts'
import { type Candidacy, useOpenCandidacy } from './api.ts'
import { dayAfter, instantOf } from '../../i18n/field-date.ts'
import { useSay } from './texts/say.ts'

interface OpenProps {
  candidacy: Candidacy
  /** How many days the vote may be open, by the committee's rules. */
  opening: NonNullable<Candidacy['opening']>
}

/** Puts a candidacy to the vote: from then on nothing of it changes. */
export function OpenCandidacy({ candidacy, opening: { minDays, days } }: OpenProps) {
  const t = useSay()
  const now = useNow()
  const [isAsked, setAsked] = useState(false)
  const close = (): void => setAsked(false)
  const open = useOpenCandidacy(candidacy.id, () => {
    toast(t('candidacy.opened'))
    close()
  })
  const submit = (values: FormData): void => open.mutate(instantOf(textOf(values, 'closesAt')))
  return (
    <div>
      <Button variant="primary" wide="phone" onPress={() => setAsked(true)}>
        {t('candidacy.open')}
      </Button>
      <Dialog isOpen={isAsked} onClose={close} title={t('candidacy.openTitle', { name: candidacy.name })}>
        <p className="muted">{t('candidacy.openHelp')}</p>
        <Form
          error={open.error}
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" variant="primary" wide="phone" isPending={open.isPending}>
                {t('candidacy.open')}
              </Button>
              <Button variant="quiet" wide="phone" onPress={close}>
                {t('ui.cancel')}
              </Button>
            </>
          }
        >
          <Field
            name="closesAt"
            type="date"
            label={t('candidacy.closesOn')}
            hint={t('candidacy.closesHint', { days, minDays })}
            min={dayAfter(minDays, now)}
            optional
          />
        </Form>
      </Dialog>
    </div>
  )
}
