import type { PageAnswer } from '@cenacle/contract/page'
import { RecoveredHint } from './RecoveredHint.tsx'
import { RevisionsHint } from './revisions/RevisionsHint.tsx'
import { SuggestionsHint } from './suggestions/SuggestionsHint.tsx'

/** What waits in a page for whoever follows it: text to put back, suggestions. Loaded after the page: mostly there is nothing. */
export function WaitingHints({ page, onWrite }: { page: PageAnswer; onWrite: () => void }) {
  return (
    <>
      {page.can.write && <RecoveredHint pageId={page.id} onWrite={onWrite} />}
      <RevisionsHint page={page} />
      <SuggestionsHint pageId={page.id} />
    </>
  )
}
