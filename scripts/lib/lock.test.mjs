import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from './lock.mjs'

/** @param {import('node:test').TestContext} t */
function lockFile(t) {
  const path = mkdtempSync(join(tmpdir(), 'cenacle-lock-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return join(path, 'lock')
}

test('one at a time, and the lock is gone afterwards', async (t) => {
  const file = lockFile(t)
  let inside = 0
  const work = async () => {
    inside += 1
    assert.equal(inside, 1)
    await sleep(20)
    inside -= 1
  }
  await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)])
  assert.equal(existsSync(file), false)
})

test('work that fails gives the lock back', async (t) => {
  const file = lockFile(t)
  await assert.rejects(
    withLock(file, () => Promise.reject(new Error('no'))),
    /no/,
  )
  assert.equal(await withLock(file, async () => 'next'), 'next')
})

test("a dead holder's lock is taken over", async (t) => {
  const file = lockFile(t)
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(file, String(pid))
  assert.equal(await withLock(file, async () => 'mine'), 'mine')
})

test('a living holder is waited for', async (t) => {
  const file = lockFile(t)
  writeFileSync(file, String(process.pid))
  let waited = false
  const mine = withLock(
    file,
    async () => waited,
    () => (waited = true),
  )
  await sleep(50)
  rmSync(file)
  assert.equal(await mine, true)
})
