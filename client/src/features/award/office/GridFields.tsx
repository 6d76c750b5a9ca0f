import { Field } from '../../../ui/Field.tsx'
import { type CategoryAsking, NEW_CRITERION, sharesOf } from './asking.ts'
import { Lines } from './Lines.tsx'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

/** As the contract's. */
const MOST_CRITERIA = 12

const isWhole = (value: string, least: number, most: number): boolean =>
  /^\d+$/.test(value.trim()) && Number(value) >= least && Number(value) <= most

interface PartProps {
  asking: CategoryAsking
  onChange: (change: Partial<CategoryAsking>) => void
}

/** What a grid judges by: criteria with their weights, whose share of the mean is said, and the points of each. */
export function GridFields({ asking, onChange }: PartProps) {
  const t = useSay()
  const shares = sharesOf(asking.criteria)
  const isRight = (value: string): string | null => (isWhole(value, 1, 100) ? null : t('category.from1to100'))
  return (
    <>
      <Lines
        title={t('category.criteria')}
        help={t('category.criteriaHelp')}
        items={asking.criteria}
        least={1}
        most={MOST_CRITERIA}
        empty={NEW_CRITERION}
        onChange={(criteria) => onChange({ criteria })}
        texts={{
          add: t('category.addCriterion'),
          remove: (number) => t('category.removeCriterion', { number }),
        }}
      >
        {(criterion, index, change) => (
          <div className={styles['criterion']}>
            <Field
              name={`criteria.${index}.label`}
              label={t('category.criterion', { number: index + 1 })}
              value={criterion.label}
              onChange={(label) => change({ ...criterion, label })}
              maxLength={80}
              autoComplete="off"
              isRequired
            />
            <Field
              name={`criteria.${index}.weight`}
              label={t('category.weight')}
              hint={t('category.share', { percent: shares[index] ?? 0 })}
              value={criterion.weight}
              onChange={(weight) => change({ ...criterion, weight })}
              inputMode="numeric"
              autoComplete="off"
              validate={isRight}
              isRequired
            />
          </div>
        )}
      </Lines>
      <div className={styles['short']}>
        <Field
          name="mostPoints"
          label={t('category.mostPoints')}
          hint={t('category.mostPointsHint')}
          value={asking.mostPoints}
          onChange={(mostPoints) => onChange({ mostPoints })}
          inputMode="numeric"
          autoComplete="off"
          validate={isRight}
          isRequired
        />
      </div>
    </>
  )
}
