import type { TallyAnswer } from '@cenacle/contract/vote-result'
import { Approved, Scored } from './Counted.tsx'
import { Dots } from './Dots.tsx'
import { Duels } from './Duels.tsx'
import { Grid } from './Grid.tsx'
import { Merit } from './Merit.tsx'
import { Rounds } from './Rounds.tsx'
import type { Judged, Names } from './tally-sentences.ts'

interface TallyPictureProps {
  tally: TallyAnswer
  names: Names
  /** What was voted on, in the words of the screen: options, or the entries of an award. */
  of?: Judged
}

/** The picture that belongs to a method. */
export function TallyPicture({ tally, names, of = 'option' }: TallyPictureProps) {
  switch (tally.method) {
    case 'majority-judgment':
      return <Merit tally={tally} names={names} of={of} />
    case 'schulze':
      return <Duels tally={tally} names={names} />
    case 'irv':
      return <Rounds tally={tally} names={names} />
    case 'approval':
      return <Approved tally={tally} names={names} of={of} />
    case 'score':
      return <Scored tally={tally} names={names} of={of} />
    case 'grid':
      return <Grid tally={tally} names={names} />
    case 'median':
      return tally.values.length > 0 ? <Dots tally={tally} /> : null
  }
}

/** The same in the award, where all that is judged is an entry. */
export const EntriesPicture = (props: Omit<TallyPictureProps, 'of'>) => <TallyPicture {...props} of="entry" />
