import { type FormEvent, useState } from 'react'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox, RadioCards } from '../../../ui/Choice.tsx'
import { FieldLabel } from '../../../ui/Field.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Poll, useAnswerPoll } from './api.ts'
import styles from './Poll.module.css'
import { useSay } from './texts/say.ts'

interface ChoicesProps {
  poll: Poll
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

function Choices({ poll: { options, multiple }, chosen, onChange }: ChoicesProps) {
  const t = useSay()
  const lines = options.map(({ number, label }) => ({ id: String(number), label }))
  if (!multiple)
    return (
      <RadioCards
        label={t('poll.one')}
        options={lines}
        value={chosen[0] ?? null}
        onChange={(number) => onChange([number])}
      />
    )
  return (
    <CheckboxGroup className={styles['choices'] ?? ''} value={[...chosen]} onChange={onChange}>
      <FieldLabel>{t('poll.several')}</FieldLabel>
      {lines.map(({ id, label }) => (
        <Checkbox key={id} value={id}>
          {label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

/** Where one answers a poll, or changes one's answer. @param onDone the answer is stored, or stays as it was */
export function PollBallot({ poll, onDone }: { poll: Poll; onDone: () => void }) {
  const t = useSay()
  const [chosen, setChosen] = useState<readonly string[]>(() => poll.mine?.map(String) ?? [])
  const [isMissing, setMissing] = useState(false)
  const answer = useAnswerPoll(poll, () => {
    toast(t('poll.answered'))
    onDone()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(chosen.length === 0)
    if (chosen.length > 0 && !answer.isPending) answer.mutate(chosen.map(Number))
  }
  return (
    <form className={styles['answer']} onSubmit={submit}>
      <Choices poll={poll} chosen={chosen} onChange={setChosen} />
      {isMissing && chosen.length === 0 && (
        <Notice tone="live" role="alert">
          {t('poll.choose')}
        </Notice>
      )}
      <ErrorNotice error={answer.error} />
      <div className={styles['acts']}>
        <Button type="submit" isPending={answer.isPending}>
          {t(poll.mine ? 'poll.change' : 'poll.answer')}
        </Button>
        {poll.mine && (
          <Button variant="quiet" onPress={onDone}>
            {t('poll.keep')}
          </Button>
        )}
      </div>
    </form>
  )
}
