import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const LOCK = 'cenacle.lock'

export interface DirectoryLock {
  release(): Promise<void>
}

/** Thrown when another living process holds the directory. */
export class DirectoryLocked extends Error {
  constructor(directory: string, pid: number) {
    super(`The data directory ${directory} is in use by process ${pid}. Stop that one, or choose another DATA_DIR.`)
  }
}

/**
 * Takes the directory for this process. PGlite takes no lock of its own: two processes on one directory lose one
 * side's data in silence. A lock whose process is gone (a kill -9) is taken over.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, LOCK)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(`${process.pid}\n${await startOf(process.pid)}\n`)
      await file.close()
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const holder = await holderOf(path)
      if (holder) throw new DirectoryLocked(directory, holder)
      await rm(path, { force: true })
    }
  }
  throw new DirectoryLocked(directory, 0)
}

/** Ends a second start before anything else is loaded. The lock itself is taken when the database is opened. @throws DirectoryLocked */
export async function refuseLocked(directory: string): Promise<void> {
  const holder = await holderOf(join(directory, LOCK))
  if (holder) throw new DirectoryLocked(directory, holder)
}

async function holderOf(path: string): Promise<number | undefined> {
  const [pid, start] = (await readFile(path, 'utf8').catch(() => '')).split('\n')
  const number = Number(pid)
  if (!number || !isAlive(number)) return undefined
  // The number may have gone to another process since: then its start time differs.
  return start && start !== (await startOf(number)) ? undefined : number
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Start time of a process in clock ticks since boot, with the boot's id; empty where there is no /proc. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return ticks ? `${boot.trim()}:${ticks}` : ''
}
