import type { CreateCategoryBody } from '@cenacle/contract/award'
import { type ReactNode, useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { RadioCards } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Category } from './api.ts'
import { askingOfCategory, type CategoryAsking, categoryBody } from './asking.ts'
import { GridFields } from './GridFields.tsx'
import { Lines } from './Lines.tsx'
import styles from './Office.module.css'
import type { People } from './people.ts'
import { sayMedals, sayMethod } from './sentences.ts'
import { useSay } from './texts/say.ts'

/** As the contract's. */
const MOST_MEDALS = 10
const NOBODY: ReadonlySet<string> = new Set()

interface CategoryFormProps {
  /** Nothing for a new one. */
  category?: Category
  /** Its call is open: texts and team alone may change. */
  isFrozen: boolean
  /** Of a new one, the highest first. */
  medals: readonly string[]
  People: People
  error: unknown
  actions: ReactNode
  onSubmit: (body: CreateCategoryBody) => void
}

interface PartProps {
  asking: CategoryAsking
  onChange: (change: Partial<CategoryAsking>) => void
}

/** How it is judged and what it gives, once that does not change any more. */
function Frozen({ category }: { category: Category }) {
  const t = useSay()
  const { locale } = useI18n()
  return (
    <Notice title={t('frozen.title')}>
      <p>{t('frozen.rules')}</p>
      <p className="small">
        {[
          sayMethod(category, t),
          t('category.least', { count: category.leastJurors }),
          t('category.medals', { medals: sayMedals(category, locale) }),
        ].join(' · ')}
      </p>
    </Notice>
  )
}

/** Mentions, or points by criteria. */
function Method({ asking, onChange }: PartProps) {
  const t = useSay()
  return (
    <>
      <RadioCards
        name="method"
        label={t('category.method')}
        value={asking.method}
        onChange={(method) => onChange({ method })}
        options={(['majority-judgment', 'grid'] as const).map((id) => ({
          id,
          label: t(`category.method.${id}`),
          hint: t(`category.method.${id}.hint`),
        }))}
      />
      {asking.method === 'grid' && <GridFields asking={asking} onChange={onChange} />}
    </>
  )
}

function Medals({ asking, onChange }: PartProps) {
  const t = useSay()
  return (
    <Lines
      title={t('category.medalsTitle')}
      help={t('category.medalsHelp')}
      items={asking.medals}
      least={1}
      most={MOST_MEDALS}
      empty=""
      onChange={(medals) => onChange({ medals })}
      texts={{ add: t('category.addMedal'), remove: (number) => t('category.removeMedal', { number }) }}
    >
      {(medal, index, change) => (
        <Field
          name={`medals.${index}`}
          label={t('category.medal', { number: index + 1 })}
          value={medal}
          onChange={change}
          maxLength={40}
          autoComplete="off"
          isRequired
        />
      )}
    </Lines>
  )
}

/** Who judges: everybody with a seat, or a team. */
function Jury({ asking, onChange, People, isFrozen }: PartProps & { People: People; isFrozen: boolean }) {
  const t = useSay()
  return (
    <>
      <RadioCards
        label={t('category.jury')}
        value={asking.byTeam ? 'team' : 'everybody'}
        onChange={(who) => onChange({ byTeam: who === 'team' })}
        options={(['everybody', 'team'] as const).map((id) => ({
          id,
          label: t(`category.jury.${id}`),
          hint: t(`category.jury.${id}.hint`),
        }))}
      />
      {asking.byTeam && (
        <>
          <People
            label={t('category.team')}
            chosen={asking.team}
            onChange={(team) => onChange({ team })}
            without={NOBODY}
            only="member"
          />
          {asking.team.length === 0 && <Notice>{t('category.teamEmpty')}</Notice>}
        </>
      )}
      {!isFrozen && (
        <div className={styles['short']}>
          <Field
            name="leastJurors"
            label={t('category.leastJurors')}
            hint={t('category.leastJurorsHint')}
            value={asking.leastJurors}
            onChange={(leastJurors) => onChange({ leastJurors })}
            inputMode="numeric"
            autoComplete="off"
            validate={(value) =>
              /^\d+$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= 150 ? null : t('category.from1to150')
            }
            isRequired
          />
        </div>
      )}
    </>
  )
}

/** A category: the question of its jury, how it judges, what it gives, who judges. */
export function CategoryForm({ category, isFrozen, medals, People, error, actions, onSubmit }: CategoryFormProps) {
  const t = useSay()
  const [asking, setAsking] = useState(() => askingOfCategory(category, medals))
  const change = (changed: Partial<CategoryAsking>): void => setAsking((before) => ({ ...before, ...changed }))
  const part = { asking, onChange: change }
  const frozen = isFrozen ? category : undefined
  return (
    <Form error={error} onSubmit={() => onSubmit(categoryBody(asking))} actions={actions}>
      <Field
        name="name"
        label={t('category.name')}
        value={asking.name}
        onChange={(name) => change({ name })}
        maxLength={120}
        autoComplete="off"
        isRequired
      />
      <Field
        name="question"
        label={t('category.question')}
        hint={t('category.questionHint')}
        value={asking.question}
        onChange={(question) => change({ question })}
        maxLength={300}
        autoComplete="off"
        isRequired
      />
      {frozen ? (
        <Frozen category={frozen} />
      ) : (
        <>
          <Method {...part} />
          <Medals {...part} />
        </>
      )}
      {category?.drawn ? (
        <Notice title={t('draw.fixed')}>{t('draw.fixedHelp')}</Notice>
      ) : (
        <Jury {...part} People={People} isFrozen={frozen !== undefined} />
      )}
    </Form>
  )
}
