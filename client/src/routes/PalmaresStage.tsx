import { useLocation, useParams } from 'react-router'
import { RehearsalScreen, StageScreen } from '../features/award/palmares/stage/StageScreen.tsx'
import { paths } from '../lib/paths.ts'

/** A palmarès for the projector, or its rehearsal. */
export function PalmaresStage() {
  const { id = '' } = useParams()
  const { pathname } = useLocation()
  return pathname === paths.stage(id, true) ? <RehearsalScreen id={id} /> : <StageScreen id={id} />
}
