import { type Guard, NotAllowed } from '@cenacle/collab/guard'
import { suggestionKey } from '@cenacle/document/annotations'
import { applySuggestion, NotASuggestion } from '@cenacle/document/suggestion-guard'

/** Lets somebody who may comment and not write change nothing of a page but their own suggestions. */
export const suggestionGuard =
  (personId: string): Guard =>
  (doc, apply) => {
    try {
      return applySuggestion(doc, suggestionKey(personId), apply)
    } catch (error) {
      if (error instanceof NotASuggestion) throw new NotAllowed(error.message, error.isEarly)
      throw error
    }
  }
