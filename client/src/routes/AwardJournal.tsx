import { useEditionHere } from '../features/award/office/edition-context.ts'
import { Journal } from '../features/award/journal/Journal.tsx'

/** The journal of an edition. */
export function AwardJournal() {
  const { id } = useEditionHere()
  return (
    <div className="page-inner">
      <Journal editionId={id} />
    </div>
  )
}
