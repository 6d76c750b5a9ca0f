import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioCards } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { textOf } from '../../ui/text-of.ts'
import { useNow } from '../../ui/use-now.ts'
import { type Vote, useCreateDecision } from './api.ts'
import { hourAfter, instantOf } from './close-date.ts'
import { type Majority, type Quorum, quorums, thresholdOf } from './decision-rules.ts'
import { sayRule } from './sentences.ts'
import styles from './Vote.module.css'
import { useSay } from './texts/say.ts'

const majorities = ['simple', 'twoThirds', 'percent'] as const
const bases = ['expressed', 'voters', 'roll'] as const
const quorumChoices = ['none', 'third', 'half', 'twoThirds'] as const

/** Puts one question to the vote of a space: the question, what it takes, until when. */
export function DecisionForm({ spaceId, onDone }: { spaceId: string; onDone: (vote: Vote) => void }) {
  const t = useSay()
  const now = useNow()
  const create = useCreateDecision()
  const [majority, setMajority] = useState<Majority>('simple')
  const [percent, setPercent] = useState('70')
  const [base, setBase] = useState<(typeof bases)[number]>('expressed')
  const [quorum, setQuorum] = useState<Quorum>('none')
  const [veto, setVeto] = useState(false)
  const rules = { base, ...thresholdOf(majority, Number.parseInt(percent, 10) || 0), quorum: quorums[quorum], veto }
  const submit = (values: FormData): void =>
    create.mutate(
      {
        spaceId,
        question: textOf(values, 'question'),
        rules,
        closesAt: instantOf(textOf(values, 'closesAt')) ?? '',
      },
      { onSuccess: onDone },
    )
  return (
    <Form
      error={create.error}
      onSubmit={submit}
      actions={
        <Button type="submit" variant="primary" wide="phone" isPending={create.isPending}>
          {t('decision.act')}
        </Button>
      }
    >
      <Field
        name="question"
        label={t('decision.question')}
        hint={t('decision.questionHint')}
        maxLength={300}
        autoComplete="off"
        isRequired
      />
      <RadioCards
        label={t('decision.majority')}
        value={majority}
        onChange={setMajority}
        options={majorities.map((id) => ({
          id,
          label: t(`decision.majority.${id}`),
          hint: t(`decision.majority.${id}Hint`),
        }))}
      />
      {majority === 'percent' && (
        <Field
          name="rules.threshold.numerator"
          label={t('decision.percent')}
          inputMode="numeric"
          pattern="100|[1-9][0-9]?"
          value={percent}
          onChange={setPercent}
          isRequired
        />
      )}
      <Select
        label={t('decision.base')}
        options={bases.map((id) => ({ id, label: t(`decision.base.${id}`) }))}
        value={base}
        onChange={setBase}
      />
      <Select
        label={t('decision.quorum')}
        options={quorumChoices.map((id) => ({ id, label: t(`decision.quorum.${id}`) }))}
        value={quorum}
        onChange={setQuorum}
      />
      <Field
        name="closesAt"
        type="datetime-local"
        label={t('decision.closes')}
        defaultValue={hourAfter(7, 18, now)}
        min={hourAfter(0, 0, now)}
        isRequired
      />
      <Checkbox isSelected={veto} onChange={setVeto}>
        {t('decision.veto')}
      </Checkbox>
      <p className={styles['note']}>
        {t('decision.preview')} {t(veto ? 'rule.decisionVeto' : 'rule.decision', { rule: sayRule(rules, t) })}
      </p>
    </Form>
  )
}
