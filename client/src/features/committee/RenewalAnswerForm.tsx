import type { RenewalAnswer, RenewalChoice } from '@cenacle/contract/renewal'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/Choice.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { useAnswerRenewal } from './api.ts'
import { useSay } from './texts/say.ts'

const choices = ['stay', 'ambassador', 'leave'] as const satisfies readonly RenewalChoice[]

/** The viewer's own answer: three choices, each with what follows from it. */
export function RenewalAnswerForm({ renewal: { id, mine } }: { renewal: RenewalAnswer }) {
  const t = useSay()
  const send = useAnswerRenewal(id)
  const [choice, setChoice] = useState<RenewalChoice | null>(mine.answer)
  const submit = (): void => {
    if (choice) send.mutate(choice, { onSuccess: () => toast(t('renewal.sent')) })
  }
  return (
    <Form
      error={send.error}
      onSubmit={submit}
      actions={
        <Button
          type="submit"
          variant="primary"
          wide="phone"
          isPending={send.isPending}
          isDisabled={choice === null || choice === mine.answer}
        >
          {t(mine.answer ? 'renewal.change' : 'renewal.send')}
        </Button>
      }
    >
      {mine.answer && (
        <Notice tone="done" role="status">
          <p>{t(`renewal.mine.${mine.answer}`)}</p>
        </Notice>
      )}
      <RadioCards
        label={t('renewal.your')}
        value={choice}
        onChange={setChoice}
        options={choices.map((option) => ({
          id: option,
          label: t(`renewal.${option}`),
          hint: t(`renewal.${option}Hint`),
        }))}
      />
    </Form>
  )
}
