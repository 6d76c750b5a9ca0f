import { Exchange } from '../features/candidacies/Exchange.tsx'
import { Inadmissible } from '../features/candidacies/Inadmissible.tsx'
import { Presentation } from '../features/candidacies/Presentation.tsx'
import { Mediation, SecondReading } from '../features/candidacies/SecondReading.tsx'
import { Standing } from '../features/candidacies/Standing.tsx'
import { type Candidacy, useCandidacy } from '../features/votes/api.ts'
import { CandidacyView } from '../features/votes/CandidacyView.tsx'
import { Loaded } from '../ui/Loaded.tsx'

const parts = (candidacy: Candidacy) => ({
  standing: (
    <>
      <Standing candidacy={candidacy} />
      <Mediation candidacy={candidacy} />
    </>
  ),
  file: (
    <>
      <Presentation candidacy={candidacy} />
      {candidacy.can.readQuestions && <Exchange candidacy={candidacy} />}
    </>
  ),
  acts: (
    <>
      <SecondReading candidacy={candidacy} />
      {candidacy.can.declareInadmissible && <Inadmissible candidacy={candidacy} />}
    </>
  ),
})

/** A candidacy with its vote, and what the committee does with it besides. */
export function OneCandidacy({ id }: { id: string }) {
  return (
    <Loaded query={useCandidacy(id)}>
      {(candidacy) => <CandidacyView candidacy={candidacy} parts={parts(candidacy)} />}
    </Loaded>
  )
}
