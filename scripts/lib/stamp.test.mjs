import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

/** @param {import('node:test').TestContext} t */
function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'cenacle-stamp-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('the hash follows contents and names, not what is built or installed', (t) => {
  const base = folder(t)
  mkdirSync(join(base, 'client', 'dist'), { recursive: true })
  writeFileSync(join(base, 'client', 'a.ts'), 'one')
  const first = hashOf(base, ['client'])
  writeFileSync(join(base, 'client', 'dist', 'a.js'), 'built')
  assert.equal(hashOf(base, ['client']), first)
  renameSync(join(base, 'client', 'a.ts'), join(base, 'client', 'b.ts'))
  assert.notEqual(hashOf(base, ['client']), first)
  renameSync(join(base, 'client', 'b.ts'), join(base, 'client', 'a.ts'))
  assert.equal(hashOf(base, ['client']), first)
  writeFileSync(join(base, 'client', 'a.ts'), 'two')
  assert.notEqual(hashOf(base, ['client']), first)
})

test('bytes that move from one file to the next change the hash', (t) => {
  const base = folder(t)
  writeFileSync(join(base, 'a'), 'xy')
  writeFileSync(join(base, 'b'), 'z')
  const first = hashOf(base, ['a', 'b'])
  writeFileSync(join(base, 'a'), 'x')
  writeFileSync(join(base, 'b'), 'yz')
  assert.notEqual(hashOf(base, ['a', 'b']), first)
})

test('a stamp is what was written, or nothing', (t) => {
  const file = join(folder(t), 'deep', 'stamp')
  assert.equal(readStamp(file), undefined)
  writeStamp(file, 'abc')
  assert.equal(readStamp(file), 'abc')
})
