import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import { type Edition, type Entry, type Step, useAdvance } from './api.ts'
import styles from './Office.module.css'
import { emptyCategories } from './phases.ts'
import { sayInstant } from './say-when.ts'
import { useSay } from './texts/say.ts'

interface AdvanceProps {
  edition: Edition
  to: Step
  entries: readonly Entry[] | undefined
  /** Once it is done, and what was pressed is about to go. */
  onDone: () => void
}

/** What follows from each step, one sentence each: it is read before it is done. */
const useConsequences = ({ edition, to, entries = [] }: AdvanceProps): string[] => {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const until = (at: string | null): string => (at === null ? '' : sayInstant(at, now, locale, t))
  switch (to) {
    case 'call':
      return [
        t('advance.call.form', { when: until(edition.callClosesAt) }),
        t('advance.call.categories', { count: edition.categories.length }),
        t('advance.call.later'),
        t('advance.call.texts'),
      ]
    case 'shortlist':
      return [t('advance.shortlist.late'), t('advance.shortlist.rejected'), t('advance.shortlist.later')]
    case 'jury': {
      const empty = emptyCategories(edition, entries)
      const count = entries.filter(({ shortlisted }) => shortlisted).length
      return [
        t('advance.jury.open', { count, when: until(edition.juryClosesAt) }),
        ...(empty.length > 0 ? [t('advance.jury.empty', { names: new Intl.ListFormat(locale).format(empty) })] : []),
        t('advance.jury.frozen'),
        t('advance.jury.conflicts'),
        t('advance.jury.mails'),
      ]
    }
    case 'archived':
      return [t('advance.archived.rests'), t('advance.archived.readable')]
  }
}

/** Takes the edition to its next phase, after a question that says what follows from it. */
export function Advance(props: AdvanceProps) {
  const { edition, to } = props
  const t = useSay()
  const [asked, setAsked] = useState(false)
  const advance = useAdvance(edition.id, () => {
    toast(t(`advance.${to}.done`))
    setAsked(false)
    props.onDone()
  })
  const consequences = useConsequences(props)
  return (
    <>
      <Button
        // Of what is public, the palmarès is what the screen is about.
        variant={to === 'archived' ? 'secondary' : 'primary'}
        wide="phone"
        onPress={() => {
          advance.reset()
          setAsked(true)
        }}
      >
        {t(`advance.${to}`)}
      </Button>
      <Confirm
        isOpen={asked}
        onClose={() => setAsked(false)}
        title={t(`advance.${to}.title`)}
        act={t(`advance.${to}`)}
        danger={false}
        isPending={advance.isPending}
        onConfirm={() => advance.mutate(to)}
      >
        <ul className={styles['consequences']}>
          {consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
        <ErrorNotice error={advance.error} />
      </Confirm>
    </>
  )
}
