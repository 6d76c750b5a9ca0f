import { useNavigate } from 'react-router'
import { paths } from '../../../../lib/paths.ts'
import { asProblem } from '../../../../lib/problem.ts'
import { useFocusAfter } from '../../../../lib/use-focus-after.ts'
import { Link } from '../../../../ui/Link.tsx'
import { focusTitle } from '../../../../ui/focus-title.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { useErratum } from '../api.ts'
import { useSay } from '../texts/say.ts'
import { ErratumForm } from './ErratumForm.tsx'
import { Proposal } from './Proposal.tsx'

/** Correcting what is public: the form, or the proposal that waits for signatures. */
export function ErratumView({ id }: { id: string }) {
  const t = useSay()
  const navigate = useNavigate()
  const query = useErratum(id)
  // What was pressed goes with what it did.
  const acted = useFocusAfter(focusTitle, query.data)
  const isForbidden = asProblem(query.error)?.status === 403
  return (
    <div className="page page-medium">
      <PageHead
        above={<Link to={paths.palmares(id)}>{t('erratum.back')}</Link>}
        title={t('erratum.title')}
        lede={t('erratum.lede')}
      />
      {isForbidden ? (
        <EmptyState title={t('erratum.notYours')}>{t('erratum.notYoursHelp')}</EmptyState>
      ) : (
        <Loaded query={query}>
          {(erratum) =>
            erratum.proposal ? (
              <Proposal
                id={id}
                erratum={erratum}
                proposal={erratum.proposal}
                onActed={acted}
                onPublished={() => void navigate(paths.palmares(id))}
              />
            ) : (
              <ErratumForm key={erratum.current.hash} id={id} palmares={erratum.current.palmares} onActed={acted} />
            )
          }
        </Loaded>
      )}
    </div>
  )
}
