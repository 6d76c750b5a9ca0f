import { type Step, Steps as PlainSteps } from '../../ui/Steps.tsx'
import { useSay } from './texts/say.ts'

/** Where a candidacy stands on its way. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useSay()
  return <PlainSteps steps={steps} texts={{ label: t('step.label'), done: t('step.done') }} />
}
