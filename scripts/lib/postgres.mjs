import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asPackager, which } from './machine.mjs'
import { startPostgres } from './postgres-server.mjs'
import { run } from './run.mjs'

/** @typedef {{ url: string, stop: () => Promise<void> } | { missing: string, remedy: string }} Postgres */

/** The oldest major version that the product supports. */
export const OLDEST_POSTGRES = 15
const REMEDY = 'apt-get install postgresql (15 or later), or TEST_DATABASE_URL=postgres://…'

// Debian's package makes and starts a cluster of its own: ours needs its binaries only, so the machine is left without one.
const INSTALL = `
apt-get -q install -y --no-install-recommends postgresql-common
conf=/etc/postgresql-common/createcluster.conf
cp -p "$conf" "$conf.before-cenacle"
trap 'mv "$conf.before-cenacle" "$conf"' EXIT
pg_conftool "$conf" set create_main_cluster false
apt-get -q install -y --no-install-recommends postgresql`

/**
 * A PostgreSQL to test on: the server that TEST_DATABASE_URL names, else one of our own from the system's binaries, which
 * apt-get brings where they lack.
 * @param {(line: string) => void} say told before something is downloaded
 * @param {{ durable?: boolean }} [options] `durable`: waits for the disk, as a bench must and a test need not
 * @returns {Promise<Postgres>}
 */
export async function providePostgres(say, options = {}) {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url, stop: async () => {} }
  const present = await findBinaries()
  if (present) return startPostgres(present, options)
  say('PostgreSQL: asking apt-get for one…')
  const { reason } = await asPackager(INSTALL)
  const installed = await findBinaries()
  if (installed) return startPostgres(installed, options)
  return { missing: `PostgreSQL ≥ ${OLDEST_POSTGRES}: ${reason || 'the package is too old'}`, remedy: REMEDY }
}

/**
 * The folder of the newest PostgreSQL that is recent enough.
 * @param {string} [debian] where Debian keeps them, by version
 * @param {string} [path] the folders of PATH
 * @returns {Promise<string | undefined>}
 */
export async function findBinaries(debian = '/usr/lib/postgresql', path = process.env.PATH ?? '') {
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .slice()
        .sort((a, b) => Number(b) - Number(a))
    : []
  const onPath = which('postgres', path)
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(onPath ? [dirname(onPath)] : [])]
  for (const folder of folders) {
    const complete = ['postgres', 'initdb'].every((name) => which(name, folder) !== undefined)
    if (complete && (await majorVersion(folder)) >= OLDEST_POSTGRES) return folder
  }
  return undefined
}

/** @param {string} folder */
async function majorVersion(folder) {
  const { output } = await run(join(folder, 'postgres'), ['--version'], { seconds: 10 })
  return Number(/\b(\d+)(?:\.\d+|beta|rc|devel)/.exec(output)?.[1] ?? 0)
}
