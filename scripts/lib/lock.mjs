import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process of this machine holds `file`. Waits for as long as the holder lives; a lock left by a dead
 * process is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once, when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!tryLock(file)) {
    if (!told) onWait()
    told = true
    await sleep(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * A hard link either appears whole, with the pid in it, or fails: no reader finds a lock without its holder.
 * @param {string} file
 */
function tryLock(file) {
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file)
    return true
  } catch {
    removeStale(file)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** @param {string} file */
function removeStale(file) {
  const holder = readHolder(file)
  if (holder === undefined || isAlive(holder)) return
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    // Between the look and the rename a living process may have come: it gets its lock back.
    if (readHolder(aside) !== holder) linkSync(aside, file)
    rmSync(aside, { force: true })
  } catch {
    // Another process removed it first: the next attempt decides.
  }
}

/** @param {string} file */
function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
