import type { Deps } from './deps.ts'
import { accountJobs } from './features/accounts/jobs.ts'
import { peopleRoutes } from './features/accounts/people-routes.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { adminRoutes } from './features/admin/routes.ts'
import { foundCommittee } from './features/spaces/commands.ts'
import { awardJobs } from './features/award/jobs.ts'
import { awardRoutes } from './features/award/routes.ts'
import { candidacyJobs } from './features/candidacies/jobs.ts'
import { applicationRoutes } from './features/candidacies/application-routes.ts'
import { candidacyRoutes } from './features/candidacies/routes.ts'
import { decisionJobs } from './features/decisions/jobs.ts'
import { committeeJobs } from './features/committee/jobs.ts'
import { committeeRoutes } from './features/committee/routes.ts'
import { revisionJobs } from './features/decisions/adoption.ts'
import { revisionRoutes } from './features/decisions/revision-routes.ts'
import { decisionRoutes } from './features/decisions/routes.ts'
import { forumRoutes } from './features/forum/routes.ts'
import { homeRoutes } from './features/home/routes.ts'
import { searchRoutes } from './features/search/routes.ts'
import { fileRoutes } from './features/files/routes.ts'
import { importJobs } from './features/imports/jobs.ts'
import { importRoutes } from './features/imports/routes.ts'
import { spaceRoutes } from './features/spaces/routes.ts'
import { systemRoutes } from './features/system/routes.ts'
import { voteJobs } from './features/votes/jobs.ts'
import { voteCalendarRoute } from './features/votes/calendar-route.ts'
import { voteRoutes } from './features/votes/routes.ts'
import { wikiRoutes } from './features/wiki/routes.ts'
import { trashJobs } from './features/wiki/trash-jobs.ts'
import type { App } from './http/app-types.ts'
import type { Handlers } from './jobs/jobs.ts'
import { sendMail } from './jobs/mail-job.ts'

/** The list of what the product can do. A feature is a line here and a folder under features/. */
export async function registerFeatures(app: App, deps: Deps): Promise<void> {
  accountRoutes(app, { cookies: deps.cookies, foundCommittee })
  await peopleRoutes(app)
  spaceRoutes(app, deps)
  wikiRoutes(app, deps)
  await fileRoutes(app)
  await importRoutes(app)
  forumRoutes(app)
  voteRoutes(app)
  voteCalendarRoute(app)
  candidacyRoutes(app)
  applicationRoutes(app)
  decisionRoutes(app, deps.collab.rooms)
  revisionRoutes(app, deps.collab.rooms)
  await awardRoutes(app)
  committeeRoutes(app)
  searchRoutes(app)
  adminRoutes(app)
  homeRoutes(app, { presence: () => idsOf(deps.collab.rooms.people()) })
  systemRoutes(app, deps)
}

/** Work that runs outside of requests, by type. */
export const jobHandlers = ({ collab }: Pick<Deps, 'collab'>): Handlers => ({
  'mail.send': sendMail,
  ...accountJobs,
  ...voteJobs,
  ...candidacyJobs,
  ...decisionJobs,
  ...revisionJobs(collab.rooms),
  ...awardJobs,
  ...committeeJobs,
  ...trashJobs,
  ...importJobs,
})

const idsOf = (people: ReadonlyMap<string, readonly { id: string }[]>): Map<string, string[]> =>
  new Map([...people].map(([pageId, here]) => [pageId, here.map(({ id }) => id)]))
