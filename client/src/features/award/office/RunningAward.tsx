import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { useEditions } from './api.ts'
import { type Notice, noticesOf } from './notices.ts'
import { useSayEntrance } from './texts/entrance.ts'

interface RunningProps {
  /** False for those to whom the award is closed. */
  isWanted: boolean
  /** The open votes that await the reader's ballot; undefined while they are not known. */
  waiting: readonly string[] | undefined
}

/** What the reader has to do in the editions that are on their way, a line each with its link; nothing where none concerns them. */
export function RunningAward({ isWanted, waiting }: RunningProps) {
  const editions = useEditions(isWanted)
  const notices = waiting ? noticesOf(editions.data?.items ?? [], new Set(waiting)) : []
  return notices.map((notice) => <NoticeLine key={notice.edition.id} notice={notice} />)
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { id, name, year } = notice.edition
  const t = useSayEntrance()
  return (
    <div className="page-acts">
      <p className="muted">
        <span className="strong">
          {bindPunctuation(name)} {year}.
        </span>{' '}
        <Sentence notice={notice} /> <Link to={paths.award(id)}>{t('award.see')}</Link>
      </p>
    </div>
  )
}

function Sentence({ notice }: { notice: Notice }) {
  const t = useSayEntrance()
  switch (notice.says) {
    case 'ballots':
      return t('award.due.ballots', { count: notice.count })
    case 'office':
      return t(`award.due.${notice.phase}`)
    case 'upToDate':
      return t('award.upToDate')
    case 'phase':
      return t(`award.running.${notice.edition.phase}`)
  }
}
