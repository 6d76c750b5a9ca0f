import type { SuggestionItem } from '@cenacle/contract/suggestion'
import { isOwnSuggestion } from '@cenacle/document/annotations'
import type { Suggestion } from '@cenacle/document/suggestions'

/** What the server says of a suggestion; undefined for one that it has not heard of yet. */
export const itemOf = (items: readonly SuggestionItem[], { ids }: Suggestion): SuggestionItem | undefined =>
  items.find((item) => item.ids.some((id) => ids.includes(id)))

/** Whether all of it may be withdrawn by the person with that key. */
export const isOwn = ({ ids }: Suggestion, key: string): boolean => ids.every((id) => isOwnSuggestion(id, key))
