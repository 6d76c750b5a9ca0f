import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cenacle, startServer } from './support/server.ts'

/** A real guide of the French State where the machine has it, else a small one of our own with the same parts. */
const realGuide = fileURLToPath(new URL('../../shared/data/guides-etalab/qualite', import.meta.url))
const ownGuide = fileURLToPath(new URL('./fixtures/guide', import.meta.url))

/**
 * Starts the product on a new data directory with the demonstration and an imported guide, and gives its address to the journeys.
 * While one writes a journey, CENACLE_URL and CENACLE_DATA_DIR name a server that is already there.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.CENACLE_URL && process.env.CENACLE_DATA_DIR) return async () => {}
  const dataDir = mkdtempSync(join(tmpdir(), 'cenacle-e2e-'))
  // The first start fills the committee; the import needs the database for itself.
  const first = await startServer(dataDir)
  await first.stop()
  await cenacle(dataDir, ['import', existsSync(realGuide) ? realGuide : ownGuide, '--space', 'comite'])
  const server = await startServer(dataDir)
  process.env.CENACLE_URL = server.url
  process.env.CENACLE_DATA_DIR = dataDir
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
