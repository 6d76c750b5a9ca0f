import { useRenewal } from '../features/committee/api.ts'
import { RenewalView } from '../features/committee/RenewalView.tsx'
import { Loaded } from '../ui/Loaded.tsx'

/** The yearly renewal: one's own answer, how far it is, what came of it. */
export function Renewal() {
  return (
    <div className="page page-medium">
      <Loaded query={useRenewal()}>{(answer) => <RenewalView answer={answer} />}</Loaded>
    </div>
  )
}
