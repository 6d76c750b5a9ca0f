import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { classes } from '../../../ui/classes.ts'
import { useSay, type SayHere } from '../texts/say.ts'
import { limitsOf } from './ballot-draft.ts'
import styles from './Ballots.module.css'
import type { BallotPart } from './use-ballot.ts'

/** How many one may still choose, must still choose, or has chosen too many. */
const sayLeft = (chosen: number, min: number, max: number, options: number, t: SayHere): string => {
  if (chosen > max) return t('approval.over', { count: chosen - max })
  if (chosen < min && min > 1) return t('approval.under', { count: min - chosen })
  if (max >= options) return t('approval.chosen', { count: chosen })
  if (chosen === 0) return t('approval.atMost', { count: max })
  return t('approval.left', { count: max - chosen, chosen, max })
}

/** Approval: the options that one could live with. */
export function Approvals({ vote, draft, onChange, messages }: BallotPart) {
  const t = useSay()
  const { min, max } = limitsOf(vote)
  const chosen = draft.approved.length
  return (
    <CheckboxGroup
      aria-labelledby="ballot"
      className={styles['cards'] ?? ''}
      value={[...draft.approved]}
      onChange={(approved) => onChange({ approved })}
      isInvalid={messages[''] !== undefined}
    >
      {vote.options.map(({ id, label }) => (
        <Checkbox key={id} value={id} data-option={id} className={styles['card'] ?? ''}>
          <span className={styles['box']}>
            <Check size={16} strokeWidth={3} aria-hidden />
          </span>
          <span className="strong">{label}</span>
        </Checkbox>
      ))}
      <p className={classes(styles['left'], chosen > max && styles['over'])} role="status">
        {sayLeft(chosen, min, max, vote.options.length, t)}
      </p>
    </CheckboxGroup>
  )
}
