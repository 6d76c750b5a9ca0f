import type { ParityMode, SeatsAnswer } from '@cenacle/contract/admin'
import { useState } from 'react'
import { useSay } from './texts/say.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { textOf } from '../../ui/text-of.ts'
import { toast } from '../../ui/toasts.ts'
import styles from './Admin.module.css'
import { useSetSeats } from './api.ts'

const modes = ['quota', 'tolerance', 'shown'] as const satisfies readonly ParityMode[]

/** How many seats, how parity binds, and who sits now. */
export function SeatsForm({ seats }: { seats: SeatsAnswer }) {
  const t = useSay()
  const save = useSetSeats()
  const [parity, setParity] = useState(seats.parity)
  const { women, men, undeclared } = seats.seated
  const submit = (values: FormData): void => {
    const difference = parity === 'tolerance' ? Number(textOf(values, 'difference')) : seats.difference
    save.mutate(
      { cap: Number(textOf(values, 'cap')), parity, difference },
      { onSuccess: () => toast(t('admin.seatsSaved')) },
    )
  }
  return (
    <div className="stack-loose">
      <div>
        <p className={styles['figure']}>{t('admin.seated', { count: women + men + undeclared })}</p>
        <p className="small muted">
          {t('admin.seatedOf', {
            women: t('home.women', { count: women }),
            men: t('home.men', { count: men }),
            undeclared: t('home.undeclared', { count: undeclared }),
          })}
        </p>
      </div>
      <Form
        error={save.error}
        onSubmit={submit}
        actions={
          <Button type="submit" variant="primary" wide="phone" isPending={save.isPending}>
            {t('ui.save')}
          </Button>
        }
      >
        <div className={styles['number']}>
          <Field
            name="cap"
            label={t('admin.cap')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={String(seats.cap)}
            isRequired
          />
        </div>
        <RadioCards
          label={t('admin.parity')}
          value={parity}
          onChange={setParity}
          options={modes.map((id) => ({
            id,
            label: t(`admin.parity.${id}`),
            hint: t(`admin.parity.${id}Hint`),
          }))}
        />
        {parity === 'tolerance' && (
          <Field
            name="difference"
            label={t('admin.difference')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={String(seats.difference)}
            isRequired
          />
        )}
      </Form>
    </div>
  )
}
