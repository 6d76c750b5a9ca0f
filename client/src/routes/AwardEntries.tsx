import { useEntries } from '../features/award/office/api.ts'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { Entries } from '../features/award/office/Entries.tsx'
import { Loaded } from '../ui/Loaded.tsx'

/** The entries of an edition. */
export function AwardEntries() {
  const edition = useEditionHere()
  return (
    <div className="page-inner">
      <Loaded query={useEntries(edition.id)}>{(entries) => <Entries edition={edition} entries={entries} />}</Loaded>
    </div>
  )
}
