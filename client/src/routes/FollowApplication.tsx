import { useFollowed } from '../features/candidacies/api.ts'
import { FollowView } from '../features/candidacies/FollowView.tsx'
import { LostLink } from '../features/candidacies/LostLink.tsx'
import { useSay } from '../features/candidacies/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { useLinkSecret } from '../lib/use-link-secret.ts'
import { asProblem } from '../lib/problem.ts'
import { Link } from '../ui/Link.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'

/** The candidate's own page, by a secret link; without one, the way to another. */
export function FollowApplication() {
  const token = useLinkSecret()
  return token ? <Followed key={token} token={token} /> : <Lost />
}

function Followed({ token }: { token: string }) {
  const followed = useFollowed(token)
  const code = asProblem(followed.error)?.code
  if (code === 'link-used' || code === 'invalid') return <Lost isSpent />
  return (
    <div className="page page-narrow">
      <Loaded query={followed}>{(answer) => <FollowView followed={answer} token={token} />}</Loaded>
    </div>
  )
}

function Lost({ isSpent = false }: { isSpent?: boolean }) {
  const t = useSay()
  return (
    <div className="page page-narrow">
      <PageHead
        title={t(isSpent ? 'link.spent' : 'link.lost')}
        tabTitle={t('follow.tab')}
        lede={t(isSpent ? 'link.spentFollow' : 'link.lostHelp')}
      />
      <div className="stack-loose">
        <LostLink />
        <p>
          <Link to={paths.apply}>{t('link.apply')}</Link>
        </p>
      </div>
    </div>
  )
}
