import type { Deps } from './deps.ts'
import { accountJobs } from './features/accounts/jobs.ts'
import { peopleRoutes } from './features/accounts/people-routes.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { foundCommittee } from './features/spaces/commands.ts'
import { candidacyJobs } from './features/candidacies/jobs.ts'
import { candidacyRoutes } from './features/candidacies/routes.ts'
import { decisionRoutes } from './features/decisions/routes.ts'
import { spaceRoutes } from './features/spaces/routes.ts'
import { systemRoutes } from './features/system/routes.ts'
import { voteJobs } from './features/votes/jobs.ts'
import { voteRoutes } from './features/votes/routes.ts'
import type { App } from './http/app-types.ts'
import type { Handlers } from './jobs/jobs.ts'
import { sendMail } from './jobs/mail-job.ts'

/** The list of what the product can do. A feature is a line here and a folder under features/. */
export async function registerFeatures(app: App, deps: Deps): Promise<void> {
  accountRoutes(app, { cookies: deps.cookies, foundCommittee })
  await peopleRoutes(app)
  spaceRoutes(app, deps)
  voteRoutes(app)
  candidacyRoutes(app)
  decisionRoutes(app)
  systemRoutes(app, deps)
}

/** Work that runs outside of requests, by type. */
export const jobHandlers: Handlers = { 'mail.send': sendMail, ...accountJobs, ...voteJobs, ...candidacyJobs }
