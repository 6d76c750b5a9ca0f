import type { ReactNode } from 'react'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import type { Entry } from './api.ts'
import styles from './Office.module.css'
import { useSay } from './texts/say.ts'

/** So many characters are read without unfolding them. */
const SHORT = 700

const TONES = { pending: 'live', eligible: 'done', rejected: 'veto' } as const

/** What an entry says of itself: its summary, its link. A long one is unfolded. */
function Summary({ entry: { html, link, title } }: { entry: Entry }) {
  const t = useSay()
  const text = <Prose html={html} />
  return (
    <>
      {html.length <= SHORT ? (
        text
      ) : (
        <details className={styles['unfold']}>
          <summary>{t('entry.read', { title })}</summary>
          {text}
        </details>
      )}
      {link && (
        <p>
          <a href={link} target="_blank" rel="noreferrer noopener nofollow">
            {t('entry.link')}
          </a>
        </p>
      )}
    </>
  )
}

/** Why it left its jury; to those who run the award why it was judged so, where it was filed first, whom to write to. */
function Notes({ entry, categoryNames }: { entry: Entry; categoryNames: ReadonlyMap<string, string> }) {
  const t = useSay()
  const { verdictReason, askedCategoryId, withdrawn, contact } = entry
  return (
    <>
      {askedCategoryId && (
        <p className="small">{t('entry.asked', { name: categoryNames.get(askedCategoryId) ?? '' })}</p>
      )}
      {verdictReason && (
        <p className="small">
          <span className="strong">{t('entry.reason')}</span> {verdictReason}
        </p>
      )}
      {withdrawn && (
        <p className="small">
          <span className="strong">{t('entry.withdrawnWhy')}</span> {withdrawn.reason}
        </p>
      )}
      {contact && (
        <p className="small muted">
          {t('entry.contact', { name: contact.name })} <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      )}
    </>
  )
}

interface EntryItemProps {
  entry: Entry
  categoryNames: ReadonlyMap<string, string>
  /** Whether its state is said: to those who run the award. */
  withVerdict: boolean
  acts?: ReactNode
}

/** One entry: what it is, from whom, in which state, and what can be done about it. */
export function EntryItem({ entry, categoryNames, withVerdict, acts }: EntryItemProps) {
  const t = useSay()
  const { id, title, organisation, submittedAt, verdict, shortlisted, withdrawn } = entry
  return (
    <li className={styles['entry']} data-entry={id}>
      {(withVerdict || shortlisted) && (
        <p className="row">
          {withVerdict && <Badge tone={TONES[verdict]}>{t(`entry.${verdict}`)}</Badge>}
          {shortlisted && !withdrawn && <Badge tone="accent">{t('entry.shortlisted')}</Badge>}
          {withdrawn && <Badge tone="veto">{t('entry.withdrawn')}</Badge>}
        </p>
      )}
      <h3 tabIndex={-1}>{bindPunctuation(title)}</h3>
      <p className="small muted">
        {organisation} · {t('entry.filed')} <TimeAgo at={submittedAt} />
      </p>
      <Summary entry={entry} />
      <Notes entry={entry} categoryNames={categoryNames} />
      {acts}
    </li>
  )
}
