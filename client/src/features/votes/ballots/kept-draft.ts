import { drafts } from '../../../lib/drafts.ts'
import { randomKey } from '../../../lib/http.ts'
import type { BallotDraft } from './ballot-draft.ts'

type Numbers = Record<string, number>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isNumbers = (value: unknown): value is Numbers =>
  isObject(value) && Object.values(value).every((one) => Number.isSafeInteger(one))
const isGrid = (value: unknown): value is Record<string, Numbers> =>
  isObject(value) && Object.values(value).every(isNumbers)

/** What was kept of a jury's ballot; undefined where it is none of ours. Rankings and numbers are no jury's. */
export const parseDraft = (stored: string): BallotDraft | undefined => {
  try {
    const value: unknown = JSON.parse(stored)
    if (!isObject(value)) return undefined
    const { kind, grades, grid } = value
    if (kind !== 'value' && kind !== 'blank') return undefined
    if (!isNumbers(grades) || !isGrid(grid)) return undefined
    return { kind, grades, grid, ranking: [], approved: [], number: '' }
  } catch {
    return undefined
  }
}

const placeOf = (voteId: string): string => `ballot.${voteId}`

/** A ballot that is long to fill in, kept on this device until it is sent. */
export const keptDrafts = {
  read: (personId: string, voteId: string): BallotDraft | undefined => {
    const kept = drafts.read(personId, placeOf(voteId))
    return kept && parseDraft(kept.text)
  },
  /** @returns false when the device refuses to keep it */
  write: (personId: string, voteId: string, { kind, grades, grid }: BallotDraft): boolean =>
    drafts.write(personId, placeOf(voteId), { text: JSON.stringify({ kind, grades, grid }), sendKey: randomKey() }),
  forget: (personId: string, voteId: string): void => drafts.forget(personId, placeOf(voteId)),
}
