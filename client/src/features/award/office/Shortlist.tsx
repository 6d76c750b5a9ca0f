import { type ComponentType, useState } from 'react'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { type Category, type Edition, type Entry, useSetShortlist } from './api.ts'
import { eligibleOf } from './entry-filters.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

/**
 * What helps to choose (scores, an approval vote), of another part of the award: it reads what is ticked and may tick for one; nothing
 * is kept before one says so.
 */
export type ShortlistHelper = ComponentType<{
  edition: Edition
  category: Category
  entries: readonly Entry[]
  chosen: ReadonlySet<string>
  onChoose: (ids: readonly string[]) => void
}>

/** To who has a conflict of interest in the category: how many are chosen, and that others choose. */
function NotYours({ chosen, total }: { chosen: number; total: number }) {
  const t = useSay()
  return (
    <>
      <p>{t('shortlist.notYours')}</p>
      {total > 0 && <p className="small muted">{t('shortlist.chosen', { count: chosen, total })}</p>}
    </>
  )
}

interface ShortlistProps {
  edition: Edition
  category: Category
  /** Of the whole edition. */
  entries: readonly Entry[]
  Helper?: ShortlistHelper | undefined
}

/** As the contract's. */
const MOST_CHOSEN = 50

/** Which entries the jury of one category judges. */
export function Shortlist({ edition, category, entries, Helper }: ShortlistProps) {
  const t = useSay()
  const save = useSetShortlist(edition.id, category.id)
  const eligible = eligibleOf(entries, category.id)
  const kept = new Set(eligible.filter(({ shortlisted }) => shortlisted).map(({ id }) => id))
  /** What is ticked and not kept yet; until one touches it, it follows what others keep. */
  const [own, setOwn] = useState<ReadonlySet<string>>()
  // An entry that somebody else put aside meanwhile can be chosen no more.
  const chosen = new Set([...(own ?? kept)].filter((id) => eligible.some((entry) => entry.id === id)))
  const hasChanged = chosen.size !== kept.size || [...chosen].some((id) => !kept.has(id))
  const choose = (ids: readonly string[]): void => setOwn(new Set(ids))
  const tick = (id: string, isChosen: boolean): void =>
    choose(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id))
  const title = <h2 id={`shortlist-${category.id}`}>{bindPunctuation(category.name)}</h2>
  const submit = (): void =>
    save.mutate([...chosen], {
      onSuccess: () => {
        toast(t('shortlist.saved', { name: category.name }))
        setOwn(undefined)
      },
    })
  if (category.recused !== 'no')
    return (
      <section className={styles['section']} aria-labelledby={`shortlist-${category.id}`}>
        {title}
        <NotYours chosen={kept.size} total={eligible.length} />
      </section>
    )
  return (
    <section className={styles['section']} aria-labelledby={`shortlist-${category.id}`}>
      {title}
      {Helper && <Helper edition={edition} category={category} entries={entries} chosen={chosen} onChoose={choose} />}
      {eligible.length === 0 ? (
        <p className="muted">{t('shortlist.nothing')}</p>
      ) : (
        <>
          <div role="group" aria-labelledby={`shortlist-${category.id}`} className={styles['picks']}>
            {eligible.map(({ id, title, organisation }) => (
              <Checkbox key={id} isSelected={chosen.has(id)} onChange={(isChosen) => tick(id, isChosen)}>
                {bindPunctuation(title)}
                <span className={styles['under']}>{organisation}</span>
              </Checkbox>
            ))}
          </div>
          <p className="small muted" aria-live="polite">
            {t('shortlist.chosen', { count: chosen.size, total: eligible.length })}{' '}
            {hasChanged && t('shortlist.unsaved')}
          </p>
          {chosen.size > MOST_CHOSEN && <p className="small">{t('shortlist.tooMany', { most: MOST_CHOSEN })}</p>}
          <ErrorNotice error={save.error} />
          <div>
            <Button
              wide="phone"
              isPending={save.isPending}
              isDisabled={chosen.size > MOST_CHOSEN}
              onPress={submit}
              aria-label={t('named', { act: t('shortlist.save'), name: category.name })}
            >
              {t('shortlist.save')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
