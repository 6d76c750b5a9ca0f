import { ArrowUp } from 'lucide-react'
import { useI18n } from '../../../../i18n/i18n.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import type { Category } from '../api.ts'
import { sayAll } from '../say-when.ts'
import { useSay } from '../texts/say.ts'
import type { DraftCategory } from './draft.ts'
import styles from './Erratum.module.css'

interface FieldsProps {
  category: Category
  draft: DraftCategory
  onChange: (draft: DraftCategory) => void
}

/** The name and the organisation of each entry. */
function Names({ draft, onChange }: FieldsProps) {
  const t = useSay()
  const { nominees } = draft
  return (
    <div className={styles['names']}>
      {nominees.map((nominee, index) => {
        const change = (part: object): void =>
          onChange({ ...draft, nominees: nominees.with(index, { ...nominee, ...part }) })
        return (
          <div key={nominee.id} className={styles['pair']}>
            <Field
              label={t('erratum.project')}
              value={nominee.title}
              onChange={(title) => change({ title })}
              maxLength={120}
              isRequired
            />
            <Field
              label={t('erratum.organisation')}
              value={nominee.organisation}
              onChange={(organisation) => change({ organisation })}
              maxLength={160}
              isRequired
            />
          </div>
        )
      })}
    </div>
  )
}

/** Those exactly level: ex æquo, or in an order with its reason. */
function Ties({ draft, onChange }: FieldsProps) {
  const t = useSay()
  const { locale } = useI18n()
  const titles = new Map(draft.nominees.map(({ id, title }) => [id, title]))
  const name = (id: string): string => titles.get(id) ?? ''
  return draft.ties.map((tie, index) => {
    const { order, isOrdered, reason } = tie
    const change = (part: object): void => onChange({ ...draft, ties: draft.ties.with(index, { ...tie, ...part }) })
    const up = (at: number): void => change({ order: order.toSpliced(at, 1).toSpliced(at - 1, 0, order[at] ?? '') })
    return (
      <div key={order.toSorted().join()} className={styles['act']}>
        <Checkbox isSelected={isOrdered} onChange={(chosen) => change({ isOrdered: chosen })}>
          {t('erratum.tie', { names: sayAll(order.map(name), locale) })}
        </Checkbox>
        {isOrdered && (
          <>
            <ol className={styles['order']} aria-label={t('erratum.tieOrder')}>
              {order.map((id, at) => (
                <li key={id}>
                  <span>{name(id)}</span>
                  <Button
                    size="small"
                    icon
                    variant="quiet"
                    isDisabled={at === 0}
                    aria-label={t('erratum.up', { name: name(id) })}
                    onPress={() => up(at)}
                  >
                    <ArrowUp size={18} aria-hidden />
                  </Button>
                </li>
              ))}
            </ol>
            <Field
              label={t('erratum.tieReason')}
              value={reason}
              onChange={(text) => change({ reason: text })}
              maxLength={500}
              isRequired
            />
          </>
        )}
      </div>
    )
  })
}

/** Medals that nobody gets, each with its reason. */
function Withheld({ draft, onChange }: FieldsProps) {
  const t = useSay()
  return draft.withheld.map((one, index) => {
    const { medal, isWithheld, reason } = one
    const change = (part: object): void =>
      onChange({ ...draft, withheld: draft.withheld.with(index, { ...one, ...part }) })
    return (
      <div key={medal} className={styles['act']}>
        <Checkbox isSelected={isWithheld} onChange={(chosen) => change({ isWithheld: chosen })}>
          {t('erratum.withhold', { medal })}
        </Checkbox>
        {isWithheld && (
          <Field
            label={t('erratum.withholdReason', { medal })}
            value={reason}
            onChange={(text) => change({ reason: text })}
            maxLength={500}
            isRequired
          />
        )}
      </div>
    )
  })
}

/** What can be corrected of one category. */
export function CategoryFields(props: FieldsProps) {
  const t = useSay()
  const { category } = props
  return (
    <details className={styles['category']}>
      <summary>{category.name}</summary>
      <div className={styles['fields']}>
        <fieldset className={styles['group']}>
          <legend className="caption">{t('erratum.names')}</legend>
          <Names {...props} />
        </fieldset>
        <fieldset className={styles['group']}>
          <legend className="caption">{t('erratum.acts')}</legend>
          <p className="small muted">{t('erratum.actsHelp')}</p>
          <Ties {...props} />
          <Withheld {...props} />
        </fieldset>
      </div>
    </details>
  )
}
