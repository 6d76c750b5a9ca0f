import { Checkbox, RadioCards } from '../../../ui/Choice.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useSay } from '../texts/say.ts'
import { type Asking, methodOf } from './asking.ts'
import styles from './Deciding.module.css'

const majorities = ['simple', 'twoThirds', 'percent'] as const
const bases = ['expressed', 'voters', 'roll'] as const
const quorumChoices = ['none', 'third', 'half', 'twoThirds'] as const

export interface PartProps {
  asking: Asking
  onChange: (change: Partial<Asking>) => void
}

/** Of yes or no: how many must be for it, and of whom. */
export function Majority({ asking, onChange }: PartProps) {
  const t = useSay()
  return (
    <>
      <RadioCards
        label={t('decision.majority')}
        value={asking.majority}
        onChange={(majority) => onChange({ majority })}
        options={majorities.map((id) => ({
          id,
          label: t(`decision.majority.${id}`),
          hint: t(`decision.majority.${id}Hint`),
        }))}
      />
      {asking.majority === 'percent' && (
        <Field
          name="rules.threshold.numerator"
          label={t('decision.percent')}
          inputMode="numeric"
          pattern="100|[1-9][0-9]?"
          value={asking.percent}
          onChange={(percent) => onChange({ percent })}
          isRequired
        />
      )}
    </>
  )
}

/** Between two ways to count the same need. */
function Counting({ asking, onChange }: PartProps) {
  const t = useSay()
  const { need, isOther } = asking
  if (need !== 'choose' && need !== 'rank') return null
  return (
    <RadioCards
      label={t(`decide.counting.${need}`)}
      value={isOther ? 'other' : 'usual'}
      onChange={(chosen) => onChange({ isOther: chosen === 'other' })}
      options={(['usual', 'other'] as const).map((id) => ({
        id,
        label: t(`decide.counting.${need}.${id}`),
        hint: t(`decide.counting.${need}.${id}Hint`),
      }))}
    />
  )
}

/** What most questions do not need to touch, folded. */
export function Advanced({ asking, onChange }: PartProps) {
  const t = useSay()
  const method = methodOf(asking)
  return (
    <details className={styles['advanced']}>
      <summary>{t('decide.advanced')}</summary>
      <div className={styles['inside']}>
        <Counting asking={asking} onChange={onChange} />
        {method === 'majority-judgment' && (
          <TextArea
            name="rules.grades"
            label={t('decide.mentions')}
            hint={t('decide.mentionsHint')}
            value={asking.mentions}
            onChange={(mentions) => onChange({ mentions })}
            rows={4}
            maxLength={500}
            optional
          />
        )}
        {method === 'score' && (
          <Field
            name="rules.points.max"
            label={t('decide.points')}
            inputMode="numeric"
            pattern="10|[1-9]"
            value={asking.points}
            onChange={(points) => onChange({ points })}
            isRequired
          />
        )}
        {method === 'approval' && (
          <Field
            name="rules.approvals.max"
            label={t('decide.approvals')}
            hint={t('decide.approvalsHint')}
            inputMode="numeric"
            pattern="[1-9][0-9]?"
            value={asking.approvals}
            onChange={(approvals) => onChange({ approvals })}
            optional
          />
        )}
        {method === 'threshold' && (
          <Select
            label={t('decision.base')}
            options={bases.map((id) => ({ id, label: t(`decision.base.${id}`) }))}
            value={asking.base}
            onChange={(base) => onChange({ base })}
          />
        )}
        <Select
          label={t('decision.quorum')}
          options={quorumChoices.map((id) => ({ id, label: t(`decision.quorum.${id}`) }))}
          value={asking.quorum}
          onChange={(quorum) => onChange({ quorum })}
        />
        <Checkbox
          isSelected={asking.secret}
          onChange={(secret) => onChange({ secret, ...(secret && { veto: false }) })}
          hint={t('decide.secretHint')}
        >
          {t('decide.secret')}
        </Checkbox>
        {!asking.secret && (
          <Checkbox isSelected={asking.veto} onChange={(veto) => onChange({ veto })}>
            {t('decision.veto')}
          </Checkbox>
        )}
      </div>
    </details>
  )
}
