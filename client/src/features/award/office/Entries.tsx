import { useRef, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import type { Category, Edition, Entry } from './api.ts'
import { EntryActs } from './EntryActs.tsx'
import { byCategory, countBy, type Filter, FILTERS } from './entry-filters.ts'
import { EntryItem } from './EntryItem.tsx'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'
import { useFocusEntry } from './use-focus-entry.ts'
import { WithdrawEntry } from './WithdrawEntry.tsx'

interface FiltersProps {
  counts: Record<Filter, number>
  value: Filter
  onChange: (filter: Filter) => void
}

function Filters({ counts, value, onChange }: FiltersProps) {
  const t = useSay()
  return (
    <div className={styles['filters']} role="group" aria-label={t('entries.show')}>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className="pill"
          aria-pressed={filter === value}
          onClick={() => onChange(filter)}
        >
          {t(`entries.${filter}`)} ({counts[filter]})
        </button>
      ))}
    </div>
  )
}

/** The entries of an edition by category; to those who run it with their state, and what they can decide. */
export function Entries({ edition, entries }: { edition: Edition; entries: readonly Entry[] }) {
  const t = useSay()
  const root = useRef<HTMLDivElement>(null)
  const counts = countBy(entries)
  const [filter, setFilter] = useState<Filter>(() => (edition.can.judge && counts.pending > 0 ? 'pending' : 'all'))
  const shown = edition.can.run ? filter : 'all'
  const focusOn = useFocusEntry(root, entries)
  const groups = byCategory(edition.categories, entries, shown)
  const inOrder = groups.flatMap((group) => group.entries.map(({ id }) => id))
  const categoryNames = new Map(edition.categories.map(({ id, name }) => [id, name]))
  /** What is judged leaves a list of what is to be judged: one goes on with the next. */
  const judged = (id: string): void => focusOn(shown === 'all' ? id : (inOrder[inOrder.indexOf(id) + 1] ?? id))
  /** Said once, where every entry of a category is for others to decide. */
  const decidesNothing = ({ recused }: Category): boolean => edition.can.judge && recused === 'category'
  const isAsking = edition.can.judge && counts.pending > 0
  return (
    <>
      <PageHead
        title={isAsking ? t('entries.waiting', { count: counts.pending }) : t('entries.count', { count: counts.all })}
        tabTitle={t('entries.tab')}
        lede={edition.can.judge ? t('entries.help') : undefined}
      />
      {entries.length === 0 ? (
        <EmptyState title={t('entries.none')}>
          {t(`entries.none.${edition.phase === 'prepared' ? 'before' : 'now'}`)}
        </EmptyState>
      ) : (
        <div ref={root} className="stack-loose">
          {edition.can.run && <Filters counts={counts} value={filter} onChange={setFilter} />}
          {groups.length === 0 && <p className="muted">{t(`entries.no.${shown}`)}</p>}
          {groups.map(({ category, entries }) => (
            <section key={category.id} className={styles['section']} aria-labelledby={`of-${category.id}`}>
              <h2 id={`of-${category.id}`} tabIndex={-1}>
                {category.name}
              </h2>
              {decidesNothing(category) && <p>{t('entries.notYours')}</p>}
              <ul className="ruled">
                {entries.map((entry) => (
                  <EntryItem
                    key={entry.id}
                    entry={entry}
                    categoryNames={categoryNames}
                    withVerdict={edition.can.run}
                    acts={
                      entry.can.withdraw ? (
                        <WithdrawEntry editionId={edition.id} entry={entry} onWithdrawn={() => focusOn(entry.id)} />
                      ) : (
                        edition.can.judge &&
                        !decidesNothing(category) && (
                          <EntryActs edition={edition} entry={entry} onJudged={() => judged(entry.id)} />
                        )
                      )
                    }
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  )
}
