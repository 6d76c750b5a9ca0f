import type { VoteCount } from '@cenacle/tally/count'
import { disclosureOf } from '@cenacle/tally/published'
import type { VoteRow } from '../queries/types.ts'

/** Whether so few voted in secret that nothing but what came out is said. @param voters how many took part */
export const isWithheld = ({ secret, method }: Pick<VoteRow, 'secret' | 'method'>, voters: number): boolean =>
  secret && voters > 0 && disclosureOf(method, voters) === 'nothing'

/** The number that was decided on, where one was; of other methods `winner` says all. */
function decided({ outcome, tally }: VoteCount): Extract<VoteCount['tally'], { method: 'median' }> | null {
  return outcome === 'adopted' && tally?.method === 'median' ? { ...tally, values: [] } : null
}

/** What came out of a vote without a count: also what its hash may cover, since a few ballots are soon guessed from a hash. */
export function withheld(evaluation: VoteCount): object {
  const { outcome, winner } = evaluation
  const number = decided(evaluation)
  return { outcome, winner, ...(number && { value: number.value }) }
}

/** A result that shows what came out and no count. */
export function withhold(evaluation: VoteCount): VoteCount {
  const { outcome, winner, counts, participation, quorate, base } = evaluation
  return {
    outcome,
    winner,
    counts: { roll: counts.roll, yes: 0, no: 0, abstain: 0, blank: 0, veto: 0 },
    participation: { n: 0, d: participation.d },
    expressed: 0,
    quorate,
    numerator: 0,
    denominator: 0,
    base,
    tally: decided(evaluation),
  }
}
