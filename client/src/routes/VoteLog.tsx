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
  return (
    <div className="page page-medium">
      <Loaded query={vote}>
        {({ question }) => (
          <>
            <PageHead
              above={<Link to={paths.vote(id)}>{bindPunctuation(question)}</Link>}
              title={t('log.title')}
              tabTitle={`${t('log.tab')}, ${question}`}
              lede={t('log.lede')}
            />
            <Loaded query={log}>{(answer) => <VoteLogView log={answer} />}</Loaded>
          </>
        )}
      </Loaded>
    </div>
  )
}
