import { drafts } from '../../../lib/drafts.ts'
import { randomKey } from '../../../lib/http.ts'
import { useDraft } from '../../../lib/use-draft.ts'
import { type EntryWords, readWords, wholeLink, writeWords } from './entry-draft.ts'

interface Options {
  /** Whose draft it is; `public` for who has no account. */
  owner: string
  editionId: string
  categories: readonly { id: string }[]
}

const placeOf = (editionId: string): string => `entry.${editionId}`

/** Keeps an entry on this device again, after it was sent to a wrong address: the form finds it there. */
export const keepWords = (owner: string, editionId: string, words: EntryWords): void =>
  void drafts.write(owner, placeOf(editionId), { text: writeWords(words), sendKey: randomKey() })

/** An entry while it is written, kept on this device until it is sent. Where there is one category, it is that. */
export function useEntryWords({ owner, editionId, categories }: Options) {
  const { draft, setDraft, clear } = useDraft(owner, placeOf(editionId))
  const kept = readWords(draft.text)
  const only = categories.length === 1 ? categories[0]?.id : undefined
  const categoryId = categories.some(({ id }) => id === kept.categoryId) ? kept.categoryId : (only ?? '')
  const words = { ...kept, categoryId }
  return {
    words,
    clear,
    change: (change: Partial<EntryWords>): void => setDraft({ text: writeWords({ ...words, ...change }) }),
    /** The entry as it is sent. */
    ready: (): EntryWords => ({ ...words, link: wholeLink(words.link) }),
  }
}
