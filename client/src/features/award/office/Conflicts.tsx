import { useRef, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Portrait } from '../../../ui/Portrait.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import type { Conflict, Edition, Entry, Said } from './api.ts'
import { LiftDialog } from './LiftDialog.tsx'
import styles from './Office.module.css'
import type { People } from './people.ts'
import { PinDialog } from './PinDialog.tsx'
import { useSay } from './texts/say.ts'
import { TiesSaid } from './TiesSaid.tsx'
import { useFocusEntry } from './use-focus-entry.ts'

interface LineProps {
  conflicts: readonly Conflict[]
  entries: ReadonlyMap<string, Entry>
  onLift: (conflict: Conflict) => void
}

/** Somebody who does not judge, and each ground for it. */
function Line({ conflicts, entries, onLift }: LineProps) {
  const t = useSay()
  const [first] = conflicts
  if (!first) return null
  const { name } = first.person
  return (
    <li className={styles['conflict']} data-entry={first.person.id}>
      <Portrait person={first.person} />
      <div className={styles['text']}>
        <h3 tabIndex={-1}>{name}</h3>
        <ul className={styles['grounds']}>
          {conflicts.map((conflict) => {
            const entry = entries.get(conflict.entryId ?? '')
            return (
              <li key={conflict.id} className={styles['ground']}>
                <div>
                  <p className="small muted">
                    {t(`conflict.origin.${conflict.origin}`)}, <TimeAgo at={conflict.at} /> ·{' '}
                    {entry ? t('conflict.about', { title: entry.title }) : t('conflict.aboutAll')}
                  </p>
                  {conflict.reason && <p>{conflict.reason}</p>}
                </div>
                {conflict.can.lift && (
                  <Button
                    size="small"
                    aria-label={t('named', { act: t('conflict.lift'), name })}
                    onPress={() => onLift(conflict)}
                  >
                    {t('conflict.lift')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </li>
  )
}

interface ConflictsProps {
  edition: Edition
  conflicts: readonly Conflict[]
  entries: readonly Entry[]
  said: readonly Said[]
  People: People
}

/** Who does not judge what, and why; to those who run the award, who decide of others and set aside what was found. */
export function Conflicts({ edition, conflicts, entries, said, People }: ConflictsProps) {
  const t = useSay()
  const root = useRef<HTMLDivElement>(null)
  const [isPinning, setPinning] = useState(false)
  const [lifted, setLifted] = useState<Conflict>()
  const focusOn = useFocusEntry(root, conflicts)
  const found = new Map(entries.map((entry) => [entry.id, entry]))
  const groups = edition.categories
    .map((category) => ({
      category,
      own: conflicts.filter(({ categoryId }) => categoryId === category.id),
      jurors: said.find(({ categoryId }) => categoryId === category.id)?.jurors,
    }))
    .filter(({ own, jurors }) => own.length > 0 || jurors)
  return (
    <>
      <PageHead
        title={t('conflicts.count', { count: new Set(conflicts.map(({ person }) => person.id)).size })}
        tabTitle={t('conflicts.tab')}
        lede={t(`conflicts.help.${edition.scope}`)}
      >
        {edition.can.recuse && edition.categories.length > 0 && (
          <div className="page-acts">
            <Button wide="phone" onPress={() => setPinning(true)}>
              {t('conflict.pin')}
            </Button>
          </div>
        )}
      </PageHead>
      {groups.length === 0 && <EmptyState title={t('conflicts.none')}>{t('conflicts.noneHelp')}</EmptyState>}
      <div ref={root} className="stack-loose">
        {groups.map(({ category, own, jurors }) => (
          <section key={category.id} className={styles['section']} aria-labelledby={`of-${category.id}`}>
            <h2 id={`of-${category.id}`} tabIndex={-1}>
              {category.name}
            </h2>
            {jurors && <TiesSaid jurors={jurors} />}
            {own.length > 0 && (
              <ul className="ruled">
                {[...Map.groupBy(own, ({ person }) => person.id)].map(([id, conflicts]) => (
                  <Line key={id} conflicts={conflicts} entries={found} onLift={setLifted} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      {isPinning && <PinDialog edition={edition} entries={entries} People={People} onClose={() => setPinning(false)} />}
      {lifted && (
        <LiftDialog
          editionId={edition.id}
          conflict={lifted}
          onClose={() => setLifted(undefined)}
          onLifted={() => focusOn(lifted.person.id)}
        />
      )}
    </>
  )
}
