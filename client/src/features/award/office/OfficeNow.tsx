import type { ReactNode } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { Advance } from './Advance.tsx'
import { type Edition, type Entry, type Step, useEntries } from './api.ts'
import styles from './Office.module.css'
import { type Obstacle, obstaclesTo } from './phases.ts'
import { sayInstant } from './say-when.ts'
import { useSay } from './texts/say.ts'

/** Where each thing that is still missing is done. */
const PLACE: Record<Obstacle, 'categories' | 'reglages' | 'dossiers' | 'selection'> = {
  categories: 'categories',
  callDate: 'reglages',
  callPast: 'reglages',
  juryDate: 'reglages',
  jurySoon: 'reglages',
  pending: 'dossiers',
  shortlists: 'selection',
}

interface PartProps {
  edition: Edition
  /** Once the edition is in another phase. */
  onAdvanced: () => void
  entries: readonly Entry[] | undefined
}

/** What is still to be done before the next phase, each with the place where it is done; then the act itself. */
function NextStep({ edition, entries, to, onAdvanced }: PartProps & { to: Step }) {
  const t = useSay()
  const now = useNow()
  const obstacles = obstaclesTo(to, edition, entries, now)
  if (obstacles.length === 0)
    return (
      <>
        <p>{t(`now.ready.${to}`)}</p>
        <div>
          <Advance edition={edition} to={to} entries={entries} onDone={onAdvanced} />
        </div>
      </>
    )
  return (
    <>
      <p>{t(`now.before.${to}`)}</p>
      <ul className={styles['todo']}>
        {obstacles.map((obstacle) => (
          <li key={obstacle}>
            <Link to={paths.award(edition.id, PLACE[obstacle])}>{t(`now.todo.${obstacle}`)}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** While the call is open: the entries that can be judged already. */
function DuringCall({ edition, entries = [] }: Omit<PartProps, 'onAdvanced'>) {
  const t = useSay()
  const pending = entries.filter(({ verdict }) => verdict === 'pending').length
  return (
    <>
      <p>{t('now.call', { count: pending })}</p>
      {pending > 0 && (
        <div>
          <LinkButton to={paths.award(edition.id, 'dossiers')} wide="phone">
            {t('now.toEntries')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Deliberating({ edition }: { edition: Edition }) {
  const t = useSay()
  if (!edition.can.deliberate) return <p>{t('now.notDeliberating')}</p>
  return (
    <>
      <p>{t('now.deliberation')}</p>
      <div>
        <LinkButton to={paths.award(edition.id, 'deliberation')} variant="primary" wide="phone">
          {t('now.deliberate')}
        </LinkButton>
      </div>
    </>
  )
}

/** What those who run the award have to do now. */
export function OfficeNow({ edition, onAdvanced }: Pick<PartProps, 'edition' | 'onAdvanced'>): ReactNode {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const entries = useEntries(edition.id, edition.can.judge).data
  const [next] = edition.can.advance
  const props = { edition, entries, onAdvanced }
  // What stands in the way is known once the entries are there.
  if (next === 'shortlist' || next === 'jury') return entries && <NextStep {...props} to={next} />
  if (next) return <NextStep {...props} to={next} />
  switch (edition.phase) {
    case 'call':
      return entries && <DuringCall edition={edition} entries={entries} />
    case 'deliberation':
      return <Deliberating edition={edition} />
    case 'sealed':
      return (
        <p>{t('now.sealed', { when: edition.publishedAt ? sayInstant(edition.publishedAt, now, locale, t) : '' })}</p>
      )
    default:
      return null
  }
}
