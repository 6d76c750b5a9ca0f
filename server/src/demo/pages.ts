import type { DemoPage } from './content.ts'
import { committeePages } from './pages/committee.ts'
import { ecosystemPages } from './pages/ecosystem.ts'
import { ecosystemPreparationPages } from './pages/ecosystem-preparation.ts'
import { loopPages } from './pages/loops.ts'
import { methodologyPages } from './pages/methodology.ts'
import { publicPages } from './pages/public.ts'
import { teamPages } from './pages/teams.ts'
import { workshopPages } from './pages/workshops.ts'

export const demoPages: DemoPage[] = [
  ...committeePages,
  ...methodologyPages,
  ...teamPages,
  ...loopPages,
  ...ecosystemPreparationPages,
  ...ecosystemPages,
  ...workshopPages,
  ...publicPages,
]
