import { seedDemo } from './demo/seed.ts'
import { startLivePage } from './demo/live-page.ts'
import type { Deps } from './deps.ts'
import { planForgetting } from './features/accounts/jobs.ts'
import { needsSetup, newSetupSecret } from './features/accounts/setup.ts'
import { findDemo } from './features/system/demo.ts'

/**
 * What a first start does once: fills the embedded database with the demonstration, or prints the link that makes the first
 * administrator. A real database is never filled by itself.
 * @param origin where links of this start lead
 */
export async function firstStart(deps: Deps, origin: string): Promise<void> {
  const { world, config, database, log } = deps
  await planForgetting(world)
  if (!(await needsSetup(world.db))) return
  if (database.dialect === 'pglite' && !config.empty) return seedDemo(world)
  const secret = await newSetupSecret(world)
  log.info({}, 'no administrator yet: a set-up link was printed')
  console.log(
    `Premier démarrage. Créez le compte d’administration (lien à usage unique) : ${origin}/installation/${secret}`,
  )
}

/** Brings the demonstration to life, where this is one. @returns what ends it */
export async function startDemo(deps: Deps, address: string): Promise<() => void> {
  if (!(await findDemo(deps.world.db))) return () => {}
  return startLivePage(deps, address)
}
