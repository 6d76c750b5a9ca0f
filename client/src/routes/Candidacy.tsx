import { useParams } from 'react-router'
import { useSpaceQuery } from '../features/spaces/api.ts'
import { useCandidacy } from '../features/votes/api.ts'
import { CandidacyView } from '../features/votes/CandidacyView.tsx'
import { useInPlace } from '../lib/place.ts'
import { Loaded } from '../ui/Loaded.tsx'

/** The one space in which admissions are voted; its slug never changes. */
const COMMITTEE = 'comite'

/** One candidacy, before, during and after its vote. */
export function Candidacy() {
  const { id = '' } = useParams()
  useInPlace(useSpaceQuery(COMMITTEE).data)
  return (
    <div className="page">
      <Loaded query={useCandidacy(id)}>{(candidacy) => <CandidacyView candidacy={candidacy} />}</Loaded>
    </div>
  )
}
