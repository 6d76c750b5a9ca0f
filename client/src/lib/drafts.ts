/** What was typed and not yet sent, with the key under which it is sent: a retry of the same text creates nothing twice. */
export interface Draft {
  text: string
  title?: string
  sendKey?: string
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const nameOf = (personId: string, place: string): string => `cenacle.draft.${personId}.${place}`
const isEmpty = ({ text, title }: Draft): boolean => text.trim() === '' && (title ?? '').trim() === ''

/** The stored form of a draft, or undefined where it is none of ours. */
const parse = (stored: string | null): Draft | undefined => {
  if (stored === null) return undefined
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
      return undefined
    const { text } = value
    const title = 'title' in value && typeof value.title === 'string' ? value.title : undefined
    const sendKey = 'sendKey' in value && typeof value.sendKey === 'string' ? value.sendKey : undefined
    return { text, ...(title !== undefined && { title }), ...(sendKey !== undefined && { sendKey }) }
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
