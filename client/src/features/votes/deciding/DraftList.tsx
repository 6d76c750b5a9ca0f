import { useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../../i18n/paris.ts'
import { sayDate } from '../../../i18n/time.ts'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useSay } from '../texts/say.ts'
import styles from '../VoteList.module.css'
import { type Draft, useQuestionDrafts, useRemoveDraft } from './api.ts'

function Line({ draft, onRemove }: { draft: Draft; onRemove: () => void }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  // One that could not open keeps its date, and waits for somebody.
  const opens = draft.status === 'scheduled' && draft.opensAt !== null ? new Date(draft.opensAt) : null
  return (
    <li className={styles['line']}>
      <div className="row">
        {opens ? (
          <Badge tone="accent">
            {t('drafts.opens', { date: sayDate(opens, now, locale), hour: sayDeadlineHour(opens, locale) })}
          </Badge>
        ) : (
          <Badge>{t('drafts.draft')}</Badge>
        )}
        {draft.can.remove && (
          <span className={styles['over']}>
            <Menu
              label={t('drafts.menu', { question: draft.question })}
              actions={[{ id: 'remove', label: t('drafts.remove'), danger: true, onAction: onRemove }]}
            />
          </span>
        )}
      </div>
      <h3>
        <Link to={paths.draft(draft.id)}>{bindPunctuation(draft.question)}</Link>
      </h3>
      <p className="small muted">
        {draft.author && `${draft.author.name}, `}
        {t('drafts.changed')} <TimeAgo at={draft.changedAt} />
        {draft.scheduledBy && `, ${t('drafts.scheduledBy', { name: draft.scheduledBy.name })}`}
      </p>
    </li>
  )
}

/** Questions that are not open yet: drafts, and those that open by themselves. Shows nothing without any. */
export function DraftList({ spaceId }: { spaceId?: string | undefined }) {
  const t = useSay()
  const drafts = useQuestionDrafts(spaceId)
  const [asked, setAsked] = useState<Draft>()
  const done = (): void => setAsked(undefined)
  const remove = useRemoveDraft(() => {
    toast(t('drafts.removed'))
    done()
  })
  if (!drafts.data || drafts.data.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="drafts">
      <h2 id="drafts" className="caption">
        {t('drafts.title')}
      </h2>
      <ul className="ruled">
        {drafts.data.map((draft) => (
          <Line key={draft.id} draft={draft} onRemove={() => setAsked(draft)} />
        ))}
      </ul>
      <Confirm
        isOpen={asked !== undefined}
        onClose={done}
        title={t('drafts.removeTitle')}
        act={t('drafts.remove')}
        isPending={remove.isPending}
        onConfirm={() => asked && remove.mutate(asked.id)}
      >
        {asked?.question}
        <ErrorNotice error={remove.error} />
      </Confirm>
    </section>
  )
}
