import { useI18n } from '../../../i18n/i18n.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { Edition } from './api.ts'
import { type PhaseStep, stepsOf } from './phases.ts'
import { sayInstantShort } from './say-when.ts'
import { useSay } from './texts/say.ts'

/** What is said of the instant of a step: its end, or the day of the publication. */
const noteOf = ({ id, state }: PhaseStep) => {
  if (id === 'published') return 'step.on'
  return state === 'done' ? 'step.closed' : 'step.until'
}

/** Where an edition is on its way, with the dates that are fixed. */
export function Phases({ edition }: { edition: Edition }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const steps = stepsOf(edition).map((step) => ({
    id: step.id,
    state: step.state,
    label: t(`phase.${step.id}`),
    note: step.at && t(noteOf(step), { when: sayInstantShort(step.at, now, locale, t) }),
  }))
  return <Steps steps={steps} texts={{ label: t('step.label'), done: t('step.done') }} />
}
