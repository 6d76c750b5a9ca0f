import { planForgetting } from './features/accounts/jobs.ts'
import { needsSetup, newSetupSecret } from './features/accounts/setup.ts'
import type { Deps } from './deps.ts'

/**
 * What a first start does once: seeds the demonstration on the embedded database, or prints the link that makes the first
 * administrator. @returns what to call before closing
 */
export async function firstStart({ world, log }: Deps): Promise<() => Promise<void>> {
  await planForgetting(world)
  if (await needsSetup(world.db)) {
    const secret = await newSetupSecret(world)
    log.info({}, 'no administrator yet: a set-up link was printed')
    console.log(`Premier démarrage. Créez le compte d’administration (lien à usage unique) : ${world.baseUrl}/installation/${secret}`)
  }
  return async () => {}
}
