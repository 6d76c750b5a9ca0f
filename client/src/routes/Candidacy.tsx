import { useParams } from 'react-router'
import { useSpaceQuery } from '../features/spaces/api.ts'
import { useInPlace } from '../lib/place.ts'
import { OneCandidacy } from './OneCandidacy.tsx'

/** The one space in which admissions are voted; its slug never changes. */
const COMMITTEE = 'comite'

/** One candidacy, before, during and after its vote. */
export function Candidacy() {
  const { id = '' } = useParams()
  useInPlace(useSpaceQuery(COMMITTEE).data)
  return (
    <div className="page">
      <OneCandidacy id={id} />
    </div>
  )
}
