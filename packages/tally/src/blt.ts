import { numbered } from './numbered.ts'
import type { VoteFile } from './vote-file.ts'
import { remaining } from './withdraw.ts'

/**
 * Writes rankings as BLT, the form of Hill, Wichmann and Woodall ("Algorithm 123", The Computer Journal, 1987) that OpaVote, OpenTally and
 * Droop read: options and seats, `count 2 1=3 0`, a single 0, names, title. Equal ranks are joined by « = ». Blank ballots are left out.
 * @returns null for a method without rankings, and where somebody did not rank all options
 */
export function writeBlt(published: VoteFile<unknown>): string | null {
  const vote = remaining(published)
  if (vote.method !== 'schulze' && vote.method !== 'irv') return null
  const ballots = numbered(vote)
  if (ballots === null) return null
  const lines = ballots.map(({ count, groups }) => [count, ...groups.map((group) => group.join('=')), 0].join(' '))
  const names = [...vote.options.map(({ label }) => label), vote.question].map(quoted)
  return `${[`${vote.options.length} 1`, ...lines, '0', ...names].join('\n')}\n`
}

/** The form has no way to write a quotation mark within a name. */
const quoted = (text: string): string => `"${text.replace(/\s+/gu, ' ').replaceAll('"', '’').trim()}"`
