import type { PollAnswer, PollBody } from '@cenacle/contract/poll'
import { hourAfter, instantOf } from '../../../i18n/field-date.ts'

/** A poll while it is written; the date is as it was typed, empty for none. */
export interface Asking {
  question: string
  options: readonly string[]
  multiple: boolean
  closesAt: string
}

const empty: Asking = { question: '', options: ['', ''], multiple: false, closesAt: '' }

/** What a draft keeps of a poll, as far as it can be read. */
export const readAsking = (kept: string): Asking => {
  try {
    const found: unknown = JSON.parse(kept)
    return typeof found === 'object' && found !== null ? { ...empty, ...found } : empty
  } catch {
    return empty
  }
}

/** As a draft keeps it. */
export const keepAsking = (asking: Asking): string => JSON.stringify(asking)
export const emptyPoll = keepAsking(empty)

const pad = (value: number): string => String(value).padStart(2, '0')

/** A poll that is corrected. */
export const askingOf = ({ question, options, multiple, closesAt }: PollAnswer): Asking => {
  const at = closesAt === null ? undefined : new Date(closesAt)
  return {
    question,
    options: options.map(({ label }) => label),
    multiple,
    closesAt: at ? `${hourAfter(0, at.getHours(), at).slice(0, -2)}${pad(at.getMinutes())}` : '',
  }
}

/** As it is sent: lines that say nothing are left out. */
export const bodyOf = ({ question, options, multiple, closesAt }: Asking): PollBody => ({
  question,
  options: options.map((option) => option.trim()).filter((option) => option !== ''),
  multiple,
  closesAt: instantOf(closesAt) ?? null,
})
