import type { MeetingItem } from '@cenacle/contract/meeting'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { More } from '../../ui/More.tsx'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { useMeetings } from './api.ts'
import styles from './Meeting.module.css'
import { MeetingLine } from './MeetingLine.tsx'
import { useSay } from './texts/say.ts'

type Query = ReturnType<typeof useMeetings>

function Section({ id, title, query }: { id: string; title: string; query: Query }) {
  const items: MeetingItem[] = query.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} className="caption">
        {title}
      </h2>
      <ul className="ruled">
        {items.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      <More query={query} />
    </section>
  )
}

/** Meetings to come, then those that are over. */
export function MeetingLists({ coming, past }: { coming: Query; past: Query }) {
  const t = useSay()
  const isEmpty = [coming, past].every(({ data }) => data && data.pages.every(({ items }) => items.length === 0))
  if (coming.isPending || past.isPending) return <Skeleton lines={6} />
  return (
    <div className="stack-loose">
      {[coming, past].map(
        (query, i) =>
          !query.isFetchNextPageError && (
            <ErrorNotice key={i} error={query.error} onRetry={() => void query.refetch()} />
          ),
      )}
      {isEmpty && <EmptyState title={t('meetings.none')}>{t('meetings.noneHelp')}</EmptyState>}
      <Section id="coming" title={t('meetings.coming')} query={coming} />
      <Section id="past" title={t('meetings.past')} query={past} />
    </div>
  )
}
