import { useId, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Category, Edition, Entry } from './api.ts'
import { DeclareConflict } from './DeclareConflict.tsx'
import styles from './Jury.module.css'
import { useSay } from './texts/say.ts'
import type { NoTies } from './use-no-ties.ts'

interface AskTiesProps {
  edition: Edition
  category: Category
  entries: readonly Entry[]
  noTies: NoTies
  /** @param whole one no longer judges the category at all */
  onDeclared: (whole: boolean) => void
}

/** Asks whoever judges, once per category, whether something ties them to an entry; the ballot does not wait for it. */
export function AskTies({ edition, category, entries, noTies, onDeclared }: AskTiesProps) {
  const t = useSay()
  const heading = useId()
  const [isDeclaring, setDeclaring] = useState(false)
  // What was asked on this visit stays, with its answer: nothing moves away under who reads.
  const [wasAsked, setAsked] = useState(false)
  const isAsked = noTies.own === 'nothing'
  if (isAsked && !wasAsked) setAsked(true)
  if (!wasAsked || !noTies.own) return null
  const toHeading = (): void => document.getElementById(heading)?.focus({ preventScroll: true })
  const declared = (whole: boolean): void => {
    setDeclaring(false)
    toast(t('conflict.declared'))
    onDeclared(whole)
    requestAnimationFrame(toHeading)
  }
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {t('ties.ask')}
      </h2>
      {isAsked ? (
        <>
          <p className={styles['say']}>{t('conflict.what')}</p>
          <div className="row">
            <Button
              wide="phone"
              isPending={noTies.isPending}
              onPress={() => {
                noTies.sayNone()
                toHeading()
              }}
            >
              {t('ties.none')}
            </Button>
            <Button wide="phone" variant="quiet" onPress={() => setDeclaring(true)}>
              {t('ties.declare')}
            </Button>
          </div>
          <ErrorNotice error={noTies.error} />
        </>
      ) : (
        <Notice tone="done" role="status" title={t(noTies.own === 'none' ? 'ties.said' : 'conflict.declared')}>
          {noTies.own === 'none' && <p>{t('ties.changes')}</p>}
        </Notice>
      )}
      {isDeclaring && (
        <DeclareConflict
          edition={edition}
          categories={[category]}
          entries={entries}
          onClose={() => setDeclaring(false)}
          onDeclared={declared}
        />
      )}
    </section>
  )
}
