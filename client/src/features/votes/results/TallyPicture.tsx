import type { TallyAnswer } from '@cenacle/contract/vote-result'
import { Approved, Scored } from './Counted.tsx'
import { Dots } from './Dots.tsx'
import { Duels } from './Duels.tsx'
import { Grid } from './Grid.tsx'
import { Merit } from './Merit.tsx'
import { Rounds } from './Rounds.tsx'
import type { Names } from './tally-sentences.ts'

/** The picture that belongs to a method. */
export function TallyPicture({ tally, names }: { tally: TallyAnswer; names: Names }) {
  switch (tally.method) {
    case 'majority-judgment':
      return <Merit tally={tally} names={names} />
    case 'schulze':
      return <Duels tally={tally} names={names} />
    case 'irv':
      return <Rounds tally={tally} names={names} />
    case 'approval':
      return <Approved tally={tally} names={names} />
    case 'score':
      return <Scored tally={tally} names={names} />
    case 'grid':
      return <Grid tally={tally} names={names} />
    case 'median':
      return tally.values.length > 0 ? <Dots tally={tally} /> : null
  }
}
