import { useParams } from 'react-router'
import { ErratumView } from '../features/award/palmares/erratum/ErratumView.tsx'

/** Correcting a published palmarès: proposing, reading again, signing. */
export function PalmaresErratum() {
  const { id = '' } = useParams()
  return <ErratumView id={id} />
}
