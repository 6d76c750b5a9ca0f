import { useParams } from 'react-router'
import { useCalls } from '../features/award/jury/api.ts'
import { CallCard } from '../features/award/jury/CallCard.tsx'
import { useSay } from '../features/award/jury/texts/say.ts'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Call } from './Call.tsx'

/** The calls for entries that are open to everybody, with an account or without, or the form of one. */
export function Calls() {
  const { editionId } = useParams()
  // One screen for both: each that the router knows of weighs on the first load.
  return editionId === undefined ? <List /> : <Call key={editionId} editionId={editionId} />
}

function List() {
  const t = useSay()
  return (
    <div className="page page-narrow">
      <Loaded query={useCalls()}>
        {({ items }) => (
          <>
            <PageHead
              title={t('calls.title', { count: items.length })}
              tabTitle={t('calls.tab')}
              lede={t(items.length === 0 ? 'calls.none' : 'calls.lede')}
            />
            {items.length === 0 && (
              <div>
                <LinkButton to={paths.palmaresAll} wide="phone">
                  {t('calls.palmares')}
                </LinkButton>
              </div>
            )}
            {items.length > 0 && (
              <ul className="ruled">
                {items.map((call) => (
                  <CallCard key={call.id} call={call} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
