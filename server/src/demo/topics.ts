import type { DemoTopic } from './content.ts'
import { committeeDecisionTopics } from './topics/committee-decisions.ts'
import { committeeLifeTopics } from './topics/committee-life.ts'
import { whitePaperTopics } from './topics/committee-white-paper.ts'
import { loopTopics } from './topics/loops.ts'
import { publicTopics } from './topics/public.ts'
import { communityTopics } from './topics/team-cm.ts'
import { dataTopics } from './topics/team-data.ts'
import { labTopics } from './topics/team-lab.ts'
import { writingTopics } from './topics/team-redac.ts'
import { watchTopics } from './topics/team-veille.ts'
import { crisisAndEcosystemTopics } from './topics/workshops-crisis-ecosystem.ts'
import { languageAndMachineTopics } from './topics/workshops-language-machine.ts'

export const demoTopics: DemoTopic[] = [
  ...committeeDecisionTopics,
  ...committeeLifeTopics,
  ...whitePaperTopics,
  ...dataTopics,
  ...communityTopics,
  ...watchTopics,
  ...writingTopics,
  ...labTopics,
  ...loopTopics,
  ...crisisAndEcosystemTopics,
  ...languageAndMachineTopics,
  ...publicTopics,
]
