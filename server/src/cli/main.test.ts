import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { lockDirectory } from '../database/directory-lock.ts'

const bin = fileURLToPath(new URL('../../bin/cenacle.mjs', import.meta.url))
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cenacle-cli-'))
})
after(() => rm(folder, { recursive: true, force: true }))

interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs the command on an embedded database of its own. */
function cenacle(args: string[], input = '', dataDir = join(folder, 'data')): Promise<Ran> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
  const child = spawn(process.execPath, [bin, ...args], { env })
  const ran: Ran = { code: null, out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (ran.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (ran.err += data.toString()))
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ran, code })))
}

test('an account, a folder in, the space out: each a command', async () => {
  const account = ['user:create', '--email', 'odile@exemple.fr', '--name', 'Odile Fabre', '--administrator']
  const weak = await cenacle(account, 'odilefabre42\n')
  assert.deepEqual([weak.code, weak.err], [1, 'cenacle: this password is among those that are guessed first\n'])
  const made = await cenacle(account, 'Une phrase assez longue\n')
  assert.equal(made.code, 0, made.err)
  assert.match(made.out, /^[0-9a-f-]{36}\n$/)
  const source = join(folder, 'source')
  await mkdir(source)
  await writeFile(join(source, 'README.md'), '# Accueil\n\nBonjour.\n')
  const imported = await cenacle(['import', source, '--space', 'comite'])
  assert.deepEqual(
    [imported.code, imported.out],
    [0, '1 pages, 0 images, 0 links between pages, 0 links that lead nowhere, 0 files not read\n'],
  )
  assert.match(imported.err, /^Import .*100 %/s)
  const out = join(folder, 'out')
  const exported = await cenacle(['export', 'comite', out])
  assert.deepEqual([exported.code, exported.out], [0, '1 pages, 0 images, 0 pages not written\n'])
  assert.equal(await readFile(join(out, 'README.md'), 'utf8'), '---\ntitle: "Accueil"\n---\n\nBonjour.\n')
})

test('while the server holds the directory, the lock says so', async () => {
  const held = join(folder, 'held')
  await mkdir(held)
  const lock = await lockDirectory(held)
  const { code, err } = await cenacle(['export', 'comite', join(folder, 'never')], '', held)
  assert.equal(code, 1)
  assert.match(err, new RegExp(`^cenacle: The data directory .* is in use by process ${process.pid}`))
  await lock.release()
})

test('a command that does not exist, and one that is asked about', async () => {
  const unknown = await cenacle(['nonsense'])
  assert.equal(unknown.code, 2)
  assert.match(unknown.err, /^cenacle: no command « nonsense »\n\nUsage:/)
  const help = await cenacle(['import', '--help'])
  assert.deepEqual([help.code, help.out.startsWith('cenacle import <folder> --space <slug>')], [0, true])
})
