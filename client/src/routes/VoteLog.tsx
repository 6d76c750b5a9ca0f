import { useParams } from 'react-router'
import { useSpaceQuery } from '../features/spaces/api.ts'
import { useVote, useVoteLog } from '../features/votes/api.ts'
import { VoteLogView } from '../features/votes/VoteLogView.tsx'
import { bindPunctuation } from '../i18n/typeset.ts'
import { paths } from '../lib/paths.ts'
import { useInPlace } from '../lib/place.ts'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useSay } from '../features/votes/texts/say.ts'

/** Everything that happened in a vote, in a form that anybody can check. */
export function VoteLog() {
  const t = useSay()
  const { id = '' } = useParams()
  const vote = useVote(id)
  const log = useVoteLog(id)
  const space = useSpaceQuery(vote.data?.spaceId ?? '', vote.data !== undefined)
  useInPlace(space.data)
  const question = vote.data?.question
  return (
    <div className="page page-medium">
      <Loaded query={log}>
        {(answer) =>
          // Whoever gave up the seat may read the log, and the vote no more.
          !vote.isPending && (
            <>
              <PageHead
                above={question && <Link to={paths.vote(id)}>{bindPunctuation(question)}</Link>}
                title={t('log.title')}
                tabTitle={question ? `${t('log.tab')}, ${question}` : t('log.title')}
                lede={t(answer.bare ? 'log.bare' : 'log.lede')}
              />
              <VoteLogView log={answer} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}
