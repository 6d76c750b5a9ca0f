import { useDuty } from '../features/award/office/api.ts'
import { DutyBoard } from '../features/award/office/DutyBoard.tsx'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { Loaded } from '../ui/Loaded.tsx'

/** Who is up to date with their ballots, never how they voted. */
export function AwardDuty() {
  const edition = useEditionHere()
  return (
    <div className="page-inner">
      <Loaded query={useDuty(edition.id)}>{(duty) => <DutyBoard edition={edition} duty={duty} />}</Loaded>
    </div>
  )
}
