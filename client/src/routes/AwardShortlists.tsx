import { useEntries } from '../features/award/office/api.ts'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { Shortlists } from '../features/award/office/Shortlists.tsx'
import { ScoreImport } from '../features/award/score/ScoreImport.tsx'
import { ShortlistBy } from '../features/award/score/ShortlistBy.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Missing } from '../ui/Missing.tsx'

/** Which entries each jury judges, to those who run the award. */
export function AwardShortlists() {
  const edition = useEditionHere()
  const entries = useEntries(edition.id, edition.can.run)
  if (!edition.can.run) return <Missing />
  return (
    <div className="page-inner">
      <Loaded query={entries}>
        {(items) => (
          <Shortlists
            edition={edition}
            entries={items}
            Helper={ShortlistBy}
            before={<ScoreImport edition={edition} entries={items} />}
          />
        )}
      </Loaded>
    </div>
  )
}
