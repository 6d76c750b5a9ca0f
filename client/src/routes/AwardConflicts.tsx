import { useConflicts, useEntries, useSaid } from '../features/award/office/api.ts'
import { Conflicts } from '../features/award/office/Conflicts.tsx'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { PeoplePicker } from '../features/spaces/PeoplePicker.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Missing } from '../ui/Missing.tsx'

/** Who does not judge what, to those who run the award. */
export function AwardConflicts() {
  const edition = useEditionHere()
  const entries = useEntries(edition.id)
  const conflicts = useConflicts(edition.id)
  const said = useSaid(edition.id)
  if (!edition.can.run) return <Missing />
  return (
    <div className="page-inner">
      <Loaded query={entries}>
        {(items) => (
          <Loaded query={conflicts}>
            {(found) => (
              <Conflicts
                edition={edition}
                entries={items}
                conflicts={found}
                said={said.data ?? []}
                People={PeoplePicker}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}
