import { useId, useState } from 'react'
import { useMe } from '../../../lib/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { toast } from '../../../ui/toasts.ts'
import {
  type Conflict,
  type Edition,
  type Entry,
  useEdition,
  useEntries,
  useOwnConflicts,
  useOwnTies,
  useTakeBack,
} from './api.ts'
import { isBeforeJury, openCategories } from './conflict-rules.ts'
import { DeclareConflict } from './DeclareConflict.tsx'
import styles from './Jury.module.css'
import { useSay } from './texts/say.ts'

interface OwnConflictsProps {
  editionId: string
  /** Of one category alone: on the page of its jury. */
  categoryId?: string
  /** After a declaration. @param whole one no longer judges the category at all */
  onDeclared?: (whole: boolean) => void
}

interface LineProps {
  conflict: Conflict
  edition: Edition
  entries: readonly Entry[]
  onTakenBack: () => void
}

/** One conflict: about what, since when and by whom, and the way back where there is one. */
function Line({ conflict, edition, entries, onTakenBack }: LineProps) {
  const t = useSay()
  const takeBack = useTakeBack(onTakenBack)
  const { id, categoryId, entryId, origin, reason, at, can } = conflict
  const category = edition.categories.find((one) => one.id === categoryId)?.name ?? ''
  const entry = entries.find((one) => one.id === entryId)?.title
  const name = entry ? `${category} · ${entry}` : category
  return (
    <li className={styles['conflict']}>
      <h3 className="strong">{name}</h3>
      <p className="small muted">
        {t(`conflict.by.${origin}`)}, <TimeAgo at={at} />
      </p>
      <p className={styles['reason']}>{reason}</p>
      {origin === 'declared' && !can.lift && <p className="small muted">{t('conflict.fixed')}</p>}
      {origin !== 'declared' && isBeforeJury(edition) && <p className="small muted">{t('conflict.ofOffice')}</p>}
      <ErrorNotice error={takeBack.error} />
      {can.lift && (
        <Button
          size="small"
          aria-label={t('conflict.takeBackOf', { name })}
          isPending={takeBack.isPending}
          onPress={() => takeBack.mutate(id)}
        >
          {t('conflict.takeBack')}
        </Button>
      )}
    </li>
  )
}

/**
 * One's own conflicts of interest in an edition: what they do, which there are, how to declare one and take it back. Shows nothing to
 * those who neither have one nor could have.
 */
export function OwnConflicts({ editionId, categoryId, onDeclared }: OwnConflictsProps) {
  const t = useSay()
  const heading = useId()
  const me = useMe()
  const edition = useEdition(editionId)
  const entries = useEntries(editionId)
  const conflicts = useOwnConflicts(editionId, me.id)
  const ties = useOwnTies(editionId, categoryId)
  const [isDeclaring, setDeclaring] = useState(false)
  const toHeading = (): void => document.getElementById(heading)?.focus({ preventScroll: true })
  const takenBack = (): void => {
    toHeading()
    toast(t(me.role === 'member' ? 'conflict.takenBack' : 'conflict.takenBackOffice'))
  }
  const declared = (whole: boolean): void => {
    setDeclaring(false)
    toast(t('conflict.declared'))
    onDeclared?.(whole)
  }
  return (
    <Loaded query={edition}>
      {(edition) => {
        const here = conflicts.data?.filter((one) => !categoryId || one.categoryId === categoryId) ?? []
        if (!edition.can.declare && here.length === 0) return null
        const open = openCategories(edition.categories).filter(({ id }) => !categoryId || id === categoryId)
        return (
          <section className={classes(styles['section'], styles['apart'])} aria-labelledby={heading}>
            <h2 id={heading} tabIndex={-1}>
              {t('conflict.title')}
            </h2>
            <div className={styles['say']}>
              <p>
                {t('conflict.what')} {t(`conflict.scope.${edition.scope}`)}
              </p>
              {edition.can.run && <p>{t('conflict.office')}</p>}
              <p>{t('conflict.private')}</p>
            </div>
            {conflicts.data && here.length === 0 && (
              <p>{t(ties.data?.own === 'none' ? 'ties.said' : 'conflict.none')}</p>
            )}
            <ErrorNotice error={conflicts.error} onRetry={() => void conflicts.refetch()} />
            {here.length > 0 && (
              <ul className={classes('ruled', styles['conflicts'])} aria-labelledby={heading}>
                {here.map((conflict) => (
                  <Line
                    key={conflict.id}
                    conflict={conflict}
                    edition={edition}
                    entries={entries.data ?? []}
                    onTakenBack={takenBack}
                  />
                ))}
              </ul>
            )}
            {edition.can.declare && open.length > 0 && (
              <Button onPress={() => setDeclaring(true)}>{t('conflict.act')}</Button>
            )}
            {isDeclaring && (
              <DeclareConflict
                edition={edition}
                categories={open}
                entries={entries.data ?? []}
                onClose={() => setDeclaring(false)}
                onDeclared={declared}
              />
            )}
          </section>
        )
      }}
    </Loaded>
  )
}
