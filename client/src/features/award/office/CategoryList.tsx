import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import { type Category, type Edition, useRemoveCategory } from './api.ts'
import { DrawnTeam } from './DrawnTeam.tsx'
import { DrawTeam } from './DrawTeam.tsx'
import styles from './Office.module.css'
import { sayInstant } from './say-when.ts'
import { sayJury, sayMedals, sayMethod } from './sentences.ts'
import { useSay } from './texts/say.ts'

function Criteria({ category: { criteria } }: { category: Category }) {
  const t = useSay()
  if (criteria.length === 0) return null
  return (
    <ul className={styles['criteria']}>
      {criteria.map(({ id, label, weight }) => (
        <li key={id}>{t('category.weighs', { label, weight })}</li>
      ))}
    </ul>
  )
}

interface LineProps {
  edition: Edition
  category: Category
  onRemove: () => void
}

function Line({ edition, category, onRemove }: LineProps) {
  const t = useSay()
  const { locale } = useI18n()
  const { id, name, question, entries, leastJurors } = category
  return (
    <li className={styles['line']}>
      <div className={styles['head']}>
        <h2>{bindPunctuation(name)}</h2>
        {edition.can.change && (
          <div className="row">
            <LinkButton
              to={paths.award(edition.id, `categories/${id}`)}
              size="small"
              aria-label={t('named', { act: t('category.change'), name })}
            >
              {t('category.change')}
            </LinkButton>
            {edition.can.setRules && (
              <Menu
                label={t('category.menu', { name })}
                actions={[{ id: 'remove', label: t('category.remove'), danger: true, onAction: onRemove }]}
              />
            )}
          </div>
        )}
      </div>
      <p>{bindPunctuation(question)}</p>
      <p className="small muted">
        {[sayMethod(category, t), sayJury(category, t), t('category.least', { count: leastJurors })].join('\u00a0· ')}
      </p>
      <Criteria category={category} />
      <p className="small muted">
        {t('category.medals', { medals: sayMedals(category, locale) })} · {t('category.entries', { count: entries })}
      </p>
      <DrawnTeam edition={edition} category={category} />
      {category.can.draw && <DrawTeam category={category} />}
    </li>
  )
}

/** Why some of it does not change any more, and since when. */
function Frozen({ edition: { can, calledAt } }: { edition: Edition }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  if (can.setRules) return null
  if (!can.change || !calledAt) return <Notice title={t('frozen.title')}>{t('frozen.categories')}</Notice>
  return <Notice title={t('frozen.since', { when: sayInstant(calledAt, now, locale, t) })}>{t('frozen.called')}</Notice>
}

/** The categories of an edition as those who run it prepare them. */
export function CategoryList({ edition }: { edition: Edition }) {
  const t = useSay()
  const [removed, setRemoved] = useState<Category>()
  const remove = useRemoveCategory()
  const { categories, can } = edition
  const add = (
    <LinkButton to={paths.award(edition.id, 'categories/nouvelle')} variant="primary" wide="phone">
      {t('category.add')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('categories.count', { count: categories.length })} tabTitle={t('categories.tab')}>
        {can.setRules && categories.length > 0 && <div className="page-acts">{add}</div>}
      </PageHead>
      <div className="stack">
        <Frozen edition={edition} />
        {categories.length === 0 ? (
          <EmptyState title={t('categories.none')} action={can.setRules && add}>
            {t('categories.noneHelp')}
          </EmptyState>
        ) : (
          <ul className="ruled">
            {categories.map((category) => (
              <Line key={category.id} edition={edition} category={category} onRemove={() => setRemoved(category)} />
            ))}
          </ul>
        )}
      </div>
      <Confirm
        isOpen={removed !== undefined}
        onClose={() => setRemoved(undefined)}
        title={t('category.removeTitle', { name: removed?.name ?? '' })}
        act={t('category.remove')}
        isPending={remove.isPending}
        onConfirm={() =>
          removed &&
          remove.mutate(removed.id, {
            onSuccess: () => {
              toast(t('category.removed'))
              setRemoved(undefined)
            },
          })
        }
      >
        {t('category.removeHelp')}
        <ErrorNotice error={remove.error} />
      </Confirm>
    </>
  )
}
