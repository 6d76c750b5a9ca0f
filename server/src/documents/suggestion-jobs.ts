import { type FoundSuggestion, suggestionsOf } from '@cenacle/document/suggestion-clients'
import { BODY } from '@cenacle/document/yjs'
import { openDoc } from './yjs-update.ts'

/** Work on the suggestions of a page. */
export const suggestionJobs = {
  /** What is proposed in a page, in its order. */
  suggestions: ({ state }: { state: Uint8Array }): FoundSuggestion[] =>
    Buffer.from(state.buffer, state.byteOffset, state.length).includes('tion')
      ? suggestionsOf(openDoc(state).getXmlFragment(BODY))
      : [],
}
