/**
 * What a person types into a page is kept in this browser until the server has stored it: one IndexedDB database per person and page, and
 * a mark in localStorage that says whether it holds text that is not known to be stored.
 */
const PREFIX = 'cenacle.page.'

/** The database for one person and page; also the name of its mark. */
export const pageDraft = (personId: string, pageId: string): string => `${PREFIX}${personId}.${pageId}`

/** Whether this browser holds text of that person for that page that may not have reached the server. */
export const isPageUnsaved = (name: string): boolean => {
  try {
    return localStorage.getItem(name) !== null
  } catch {
    return false
  }
}

/** Remembers, or forgets, that a draft holds such text. */
export const markPageDraft = (name: string, isUnsaved: boolean): void => {
  try {
    if (isUnsaved) localStorage.setItem(name, '1')
    else localStorage.removeItem(name)
  } catch {
    // Private windows may refuse storage: then the text lives as long as the tab.
  }
}

const databases = async (): Promise<string[]> => {
  try {
    return (await indexedDB.databases()).map(({ name }) => name ?? '')
  } catch {
    return []
  }
}

/** Deletes every draft of a page in this browser, whoever wrote it: the next person at this device must not find it. */
export const forgetPageDrafts = async (): Promise<void> => {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name)
  } catch {
    // Refused storage holds nothing.
  }
  for (const name of await databases()) if (name.startsWith(PREFIX)) indexedDB.deleteDatabase(name)
}
