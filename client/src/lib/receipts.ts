/** One line of a secret ballot with what proves that it is one's own: `r` was drawn here and nobody else has it. */
export interface KeptLine {
  line: string
  content: Record<string, unknown>
  r: string
  receipt: string
}
/** What this browser knows of one's secret ballot in a vote. */
export interface KeptReceipts {
  /** The server has answered. Without it, one of the attempts may be the one that arrived. */
  isConfirmed: boolean
  attempts: KeptLine[][]
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'cenacle.receipts.'
const nameOf = (personId: string, voteId: string): string => `${PREFIX}${personId}.${voteId}`

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isLine = (value: unknown): value is KeptLine =>
  isObject(value) &&
  isObject(value['content']) &&
  ['line', 'r', 'receipt'].every((name) => typeof value[name] === 'string')

/** Lines as they were kept or saved to a file; undefined where they are none of ours. */
export const readLines = (value: unknown): KeptLine[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every(isLine) ? value : undefined

const parse = (stored: string | null): KeptReceipts | undefined => {
  if (stored === null) return undefined
  try {
    const value: unknown = JSON.parse(stored)
    if (!isObject(value) || !Array.isArray(value['attempts'])) return undefined
    const attempts = value['attempts'].map(readLines)
    if (attempts.some((one) => one === undefined)) return undefined
    return { isConfirmed: value['isConfirmed'] === true, attempts: attempts.filter((one) => one !== undefined) }
  } catch {
    return undefined
  }
}

/** Receipts on this device, one entry per person and vote: whoever signs in next here does not meet them. */
export interface Receipts {
  read: (personId: string, voteId: string) => KeptReceipts | undefined
  /** @returns false when the device refuses to keep them */
  write: (personId: string, voteId: string, receipts: KeptReceipts) => boolean
  /** False when the device refused to keep them: they last as long as the page is open. */
  isStored: (personId: string, voteId: string) => boolean
  forget: (personId: string, voteId: string) => void
  /** Forgets those of everybody. */
  forgetAll: () => void
}

/** @param store where receipts are kept; asking for it may throw */
export const createReceipts = (store: () => Store): Receipts => {
  const attempt = <T>(act: (store: Store) => T, otherwise: T): T => {
    try {
      return act(store())
    } catch {
      // Private windows and full disks refuse storage.
      return otherwise
    }
  }
  /** What the device refused to keep. */
  const unkept = new Map<string, KeptReceipts>()
  const stored = (name: string): KeptReceipts | undefined => attempt((kept) => parse(kept.getItem(name)), undefined)
  return {
    read: (personId, voteId) => unkept.get(nameOf(personId, voteId)) ?? stored(nameOf(personId, voteId)),
    write: (personId, voteId, receipts) => {
      const name = nameOf(personId, voteId)
      unkept.delete(name)
      const isKept = attempt((kept) => {
        kept.setItem(name, JSON.stringify(receipts))
        return true
      }, false)
      if (!isKept) unkept.set(name, receipts)
      return isKept
    },
    isStored: (personId, voteId) => stored(nameOf(personId, voteId)) !== undefined,
    forget: (personId, voteId) => {
      unkept.delete(nameOf(personId, voteId))
      attempt((kept) => kept.removeItem(nameOf(personId, voteId)), undefined)
    },
    forgetAll: () => {
      unkept.clear()
      attempt((kept) => {
        const names = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '')
        for (const name of names) if (name.startsWith(PREFIX)) kept.removeItem(name)
      }, undefined)
    },
  }
}

/** The receipts of this browser. */
export const receipts = createReceipts(() => localStorage)
