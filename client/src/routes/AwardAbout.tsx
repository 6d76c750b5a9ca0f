import { EnterInvitation } from '../features/award/jury/EnterInvitation.tsx'
import { OwnConflicts } from '../features/award/jury/OwnConflicts.tsx'
import { useEditionHere } from '../features/award/office/edition-context.ts'
import { EditionView } from '../features/award/office/EditionView.tsx'

/** Where an edition of the award is, and what it asks of the viewer. */
export function AwardAbout() {
  const edition = useEditionHere()
  const invitation = edition.can.enter && <EnterInvitation editionId={edition.id} />
  return (
    <EditionView edition={edition} invitation={invitation}>
      <OwnConflicts editionId={edition.id} />
    </EditionView>
  )
}
