import { useMeetings } from '../features/committee/api.ts'
import { FeedSection } from '../features/committee/FeedSection.tsx'
import { MeetingLists } from '../features/committee/MeetingLists.tsx'
import { useSay } from '../features/committee/texts/say.ts'
import { useSpace } from '../features/spaces/space-context.ts'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** The meetings of a space, to come and over, and how to have them in one's own calendar. */
export function SpaceMeetings() {
  const t = useSay()
  const space = useSpace()
  const coming = useMeetings(space.id, 'coming')
  const past = useMeetings(space.id, 'past')
  const planned = coming.data?.pages.flatMap(({ items }) => items).filter(({ cancelled }) => !cancelled).length
  const titleOf = (count: number): string =>
    coming.hasNextPage ? t('meetings.titleMany', { count }) : t('meetings.title', { count })
  return (
    <div className="page-inner">
      <PageHead
        title={planned === undefined ? t('meetings.tab') : titleOf(planned)}
        tabTitle={`${t('meetings.tab')}, ${space.name}`}
      >
        {space.can.write && (
          <div className="page-acts">
            <LinkButton to={paths.newMeeting(space.slug)} variant="primary" wide="phone">
              {t('meetings.call')}
            </LinkButton>
          </div>
        )}
      </PageHead>
      <div className="stack-loose">
        <MeetingLists coming={coming} past={past} />
        <FeedSection />
      </div>
    </div>
  )
}
