import { numbered, type NumberedBallot } from './numbered.ts'
import { remaining } from './withdraw.ts'
import type { VoteFile } from './vote-file.ts'

/** A file of PrefLib with the ending that its kind asks for. */
export type PreflibFile = { readonly extension: 'soc' | 'soi' | 'toc' | 'toi' | 'cat'; readonly text: string }

/**
 * Writes the ballots of a published vote for PrefLib's tools (https://preflib.github.io/preflib-data/format): orders for Schulze and
 * IRV; categories, best first, for grades, points and approvals. Options are numbered in the vote's order. Blank ballots,
 * abstentions and vetoes are no preferences, and options that were withdrawn are no alternatives: the description says how many are
 * left out.
 * @returns null for yes or no and for a number, of which PrefLib knows nothing
 */
export function writePreflib(published: VoteFile<unknown>): PreflibFile | null {
  const vote = remaining(published)
  const ballots = numbered(vote)
  if (ballots === null) return null
  const categories = categoriesOf(vote)
  const extension = categories === null ? kindOf(ballots, vote.options.length) : 'cat'
  const lines = ballots.map(({ count, groups }) => `${count}: ${groups.map(setOf).join(',')}`)
  const header = headerOf(vote, ballots, extension)
  const named = (categories ?? []).map((name, index) => `# CATEGORY NAME ${index + 1}: ${oneLine(name)}`)
  const alternatives = vote.options.map(({ label }, index) => `# ALTERNATIVE NAME ${index + 1}: ${oneLine(label)}`)
  const text = [
    ...header,
    ...(categories ? [`# NUMBER CATEGORIES: ${categories.length}`] : []),
    ...named,
    ...alternatives,
    ...lines,
  ]
  return { extension, text: `${text.join('\n')}\n` }
}

function headerOf(
  vote: VoteFile<unknown>,
  ballots: readonly NumberedBallot[],
  extension: PreflibFile['extension'],
): string[] {
  const voters = ballots.reduce((sum, { count }) => sum + count, 0)
  const day = vote.closedAt.slice(0, 10)
  return [
    `# FILE NAME: ${oneLine(vote.id)}.${extension}`,
    `# TITLE: ${oneLine(vote.question)}`,
    `# DESCRIPTION: ${vote.method}; ${vote.ballots.length - voters} blank ballots, abstentions and vetoes left out${sayWithdrawn(vote)}`,
    `# DATA TYPE: ${extension}`,
    '# MODIFICATION TYPE: original',
    '# RELATES TO: ',
    '# RELATED FILES: ',
    `# PUBLICATION DATE: ${day}`,
    `# MODIFICATION DATE: ${day}`,
    `# NUMBER ALTERNATIVES: ${vote.options.length}`,
    `# NUMBER VOTERS: ${voters}`,
    `# NUMBER UNIQUE ${extension === 'cat' ? 'PREFERENCES' : 'ORDERS'}: ${ballots.length}`,
  ]
}

/** Names of the categories, best first; null for a method of orders. */
function categoriesOf({ method, rules }: VoteFile<unknown>): string[] | null {
  if (method === 'majority-judgment') return (rules.grades ?? []).toReversed()
  if (method === 'score')
    return Array.from({ length: (rules.points?.max ?? 0) + 1 }, (_, index) => String(index)).toReversed()
  return method === 'approval' ? ['Approved', 'Not approved'] : null
}

function kindOf(ballots: readonly NumberedBallot[], options: number): 'soc' | 'soi' | 'toc' | 'toi' {
  const isStrict = ballots.every(({ groups }) => groups.every((group) => group.length === 1))
  const isComplete = ballots.every(({ groups }) => groups.flat().length === options)
  return `${isStrict ? 's' : 't'}o${isComplete ? 'c' : 'i'}`
}

const setOf = (group: readonly number[]): string => (group.length === 1 ? String(group[0]) : `{${group.join(',')}}`)
const sayWithdrawn = ({ withdrawn = [] }: VoteFile<unknown>): string =>
  withdrawn.length > 0 ? `; ${withdrawn.length} withdrawn options left out` : ''
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
