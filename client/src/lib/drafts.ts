/** What was typed and not yet sent. */
export interface Words {
  text: string
  title?: string
  /** A poll that goes with it, as its form writes it. */
  poll?: string
}
/** With the key under which these very words are sent: sent again, also after a crash, they create nothing twice. */
export interface Draft extends Words {
  sendKey: string
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const nameOf = (personId: string, place: string): string => `cenacle.draft.${personId}.${place}`
const isEmpty = ({ text, title, poll }: Words): boolean =>
  text.trim() === '' && (title ?? '').trim() === '' && poll === undefined

/** The stored form of a draft, or undefined where it is none of ours. */
const parse = (stored: string | null): Draft | undefined => {
  if (stored === null) return undefined
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value !== 'object' || value === null) return undefined
    const { text, title, poll, sendKey }: { text?: unknown; title?: unknown; poll?: unknown; sendKey?: unknown } = value
    if (typeof text !== 'string' || typeof sendKey !== 'string') return undefined
    return { text, sendKey, ...(typeof title === 'string' && { title }), ...(typeof poll === 'string' && { poll }) }
  } catch {
    return undefined
  }
}

/** Drafts on this device, one per person and place: a colleague who signs in on the same computer does not meet them. */
export interface Drafts {
  read: (personId: string, place: string) => Draft | undefined
  /** An empty draft is forgotten. @returns false when the device refuses to keep it */
  write: (personId: string, place: string, draft: Draft) => boolean
  forget: (personId: string, place: string) => void
}

/** @param store where drafts are kept; asking for it may throw */
export const createDrafts = (store: () => Store): Drafts => {
  const attempt = <T>(act: (store: Store) => T, otherwise: T): T => {
    try {
      return act(store())
    } catch {
      // Private windows and full disks refuse storage.
      return otherwise
    }
  }
  const forget = (personId: string, place: string): void =>
    attempt((kept) => kept.removeItem(nameOf(personId, place)), undefined)
  return {
    forget,
    read: (personId, place) => attempt((kept) => parse(kept.getItem(nameOf(personId, place))), undefined),
    write: (personId, place, draft) => {
      if (isEmpty(draft)) {
        forget(personId, place)
        return true
      }
      return attempt((kept) => {
        kept.setItem(nameOf(personId, place), JSON.stringify(draft))
        return true
      }, false)
    },
  }
}

/** The drafts of this browser. */
export const drafts = createDrafts(() => localStorage)
