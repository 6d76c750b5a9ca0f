import { spawn } from 'node:child_process'
import { chownSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onEnd } from './ending.mjs'
import { isRoot } from './machine.mjs'
import { freePort } from './ports.mjs'
import { run } from './run.mjs'

/** Nobody, on every system that has no user of its own for PostgreSQL. */
const NOBODY = { uid: 65534, gid: 65534 }
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const SETTINGS = ['listen_addresses=127.0.0.1', 'max_connections=200', 'timezone=UTC', 'lc_messages=C']

/**
 * Starts a PostgreSQL of our own in a temporary folder, on a free port of the loopback, as an ordinary user.
 * @param {string} binaries folder with postgres and initdb
 * @param {{ durable?: boolean }} options `durable`: waits for the disk at each commit
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 * @throws {Error} with the server's log, when it does not start
 */
export async function startPostgres(binaries, { durable = false }) {
  /** @type {{ uid?: number, gid?: number }} */
  const who = isRoot ? ordinaryUser() : {}
  const folder = mkdtempSync(join(tmpdir(), 'cenacle-postgres-'))
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid)
  const data = join(folder, 'data')
  await initialise(join(binaries, 'initdb'), data, who)
  const port = await freePort()
  const log = join(folder, 'log')
  const settings = [...SETTINGS, `unix_socket_directories=${folder}`, ...(durable ? [] : FAST)]
  const out = openSync(log, 'a')
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  // Its own group: a Ctrl-C must not end it before the tests that use it.
  const child = spawn(join(binaries, 'postgres'), args, {
    ...who,
    cwd: folder,
    detached: true,
    stdio: ['ignore', out, out],
  })
  const ended = new Promise((resolve) => child.on('close', resolve).on('error', resolve))
  const stop = async () => {
    forget()
    child.kill('SIGINT')
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(killer)
    rmSync(folder, { recursive: true, force: true })
  }
  const forget = onEnd(stop)
  for (let tries = 0; !readFileSync(log, 'utf8').includes('ready to accept connections'); tries += 1) {
    if (child.exitCode !== null || tries > 300) {
      const words = readFileSync(log, 'utf8')
      await stop()
      throw new Error(`PostgreSQL did not start:\n${words}`)
    }
    await sleep(100)
  }
  return { url: `postgres://cenacle@127.0.0.1:${port}/postgres`, stop }
}

/**
 * @param {string} initdb
 * @param {string} data
 * @param {{ uid?: number, gid?: number }} who
 */
async function initialise(initdb, data, who) {
  const args = ['-D', data, '-U', 'cenacle', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions']
  let words = ''
  // With C alone, « É » has no lower case: full text search would be another one than in production.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const { code, output } = await run(initdb, [...args, `--locale=${locale}`], { ...who, cwd: '/', seconds: 120 })
    if (code === 0) return
    words = output
    rmSync(data, { recursive: true, force: true })
  }
  throw new Error(`initdb failed:\n${words}`)
}

/** PostgreSQL refuses to run as root. */
function ordinaryUser() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : NOBODY
}
