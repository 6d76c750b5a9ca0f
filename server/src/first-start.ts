import type { Deps } from './deps.ts'
import { FORGET_EXPIRED_JOB } from './features/accounts/jobs.ts'
import { needsSetup, newSetupSecret } from './features/accounts/setup.ts'
import { FORGET_CONTACTS_JOB } from './features/award/forget.ts'
import { findDemo } from './features/system/demo.ts'
import { planDaily } from './jobs/daily.ts'

/** Fills the embedded database with the demonstration at its first start. A real database is never filled by itself. */
export async function seedFirst({ world, config, database }: Deps): Promise<void> {
  for (const round of [FORGET_EXPIRED_JOB, FORGET_CONTACTS_JOB]) await planDaily(world, round)
  if (database.dialect !== 'pglite' || config.empty || !(await needsSetup(world.db))) return
  const { seedDemo } = await import('./demo/seed.ts')
  await seedDemo(world)
}

/** Prints the link that makes the first administrator, while there is none. @param origin where links of this start lead */
export async function welcomeFirst({ world, log }: Deps, origin: string): Promise<void> {
  if (!(await needsSetup(world.db))) return
  const secret = await newSetupSecret(world)
  log.info({}, 'no administrator yet: a set-up link was printed')
  console.log(
    `Premier démarrage. Créez le compte d’administration (lien à usage unique) : ${origin}/installation#${secret}`,
  )
}

/** Brings the demonstration to life, where this is one. @returns what ends it */
export async function startDemo(deps: Deps, address: string): Promise<() => void> {
  if (!(await findDemo(deps.world.db))) return () => {}
  const { startLivePage } = await import('./demo/live-page.ts')
  return startLivePage(deps, address)
}
