import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { aPerson, aSpace } from '../../test/build.ts'
import { testApp, viewerOf, type TestApp } from '../../test/harness.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { userCreate } from './user-create.ts'
import { exportSpace } from './export/export-space.ts'
import { importFolder } from './import/import-folder.ts'

const guides = fileURLToPath(new URL('../../../../shared/data/guides-etalab', import.meta.url))
const silent = () => ({ step() {}, say() {}, end() {} })

let t: TestApp
let folder: string
let person: Awaited<ReturnType<typeof aPerson>>
before(async () => {
  t = await testApp()
  folder = await mkdtemp(join(tmpdir(), 'cenacle-import-'))
  person = await aPerson(t.deps.world.db)
})
after(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

const newSpace = async (): Promise<string> =>
  (await aSpace(t.deps.world.db, 'team', [{ id: person.id, role: 'facilitator' }])).id
const bring = (spaceId: string, from: string) =>
  importFolder({ ...t.deps.world, viewer: viewerOf(person) }, spaceId, from, silent)
const take = (spaceId: string, to: string) => exportSpace(t.deps.world, t.deps.collab.rooms, spaceId, to, silent)

interface Read {
  path: string
  markdown: string
}

/** The pages of a space as they can be compared: by the titles above them, without ids and keys. */
async function contentOf(spaceId: string): Promise<Read[]> {
  const { db } = t.deps.world
  const rows = await db
    .selectFrom('page')
    .select(['id', 'parent_id', 'position', 'title', 'markdown'])
    .where('space_id', '=', spaceId)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const pathOf = (id: string | null): string => {
    const row = id === null ? undefined : byId.get(id)
    return row ? `${pathOf(row.parent_id)}/${row.position} ${row.title}` : ''
  }
  return rows
    .map(({ id, markdown }) => {
      const keys: string[] = []
      const text = markdown
        .replace(/\/pages\/([0-9a-f-]{36})/g, (_, page: string) => `page:${pathOf(page)}`)
        .replace(
          /\/api\/files\/([0-9a-f]+)/g,
          (_, key: string) => `image:${keys.includes(key) ? keys.indexOf(key) : keys.push(key) - 1}`,
        )
      return { path: pathOf(id), markdown: text }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const skip = existsSync(guides) ? false : `the real guides are not here: ${guides}`
let first: string
test('the real guides all come in, with their images and links', { skip }, async () => {
  const files = (await readdir(guides, { recursive: true })).filter((path) => path.endsWith('.md'))
  first = await newSpace()
  const report = await bring(first, guides)
  console.log(
    `guides: ${report.pages} pages of ${files.length} files, ${report.images} images, ${report.links} links between pages, ${report.broken.length} broken, ${report.failures.length} failures`,
  )
  assert.deepEqual([report.pages, report.failures], [files.length, []])
  assert.equal(report.images, 38)
  assert.deepEqual([report.links, report.broken], [49, []])

  const page = await t.deps.world.db
    .selectFrom('page')
    .select(['html'])
    .where('space_id', '=', first)
    .where('title', '=', 'Préparer le jeu de données')
    .executeTakeFirstOrThrow()
  const [src] = /\/api\/files\/[0-9a-f]+/.exec(page.html) ?? []
  const image = await (await t.as(person.id)).get(src ?? '')
  assert.deepEqual([image.status, image.headers['content-type']], [200, 'image/webp'])
})

test('the real guides go out and come back the same', { skip }, async () => {
  const before = await contentOf(first)
  const out = join(folder, 'guides')
  const written = await take(first, out)
  assert.deepEqual(written, { pages: before.length, images: 38, failures: [] })
  const second = await newSpace()
  const again = await bring(second, out)
  assert.deepEqual([again.pages, again.images, again.broken, again.failures], [before.length, 38, [], []])
  assert.deepEqual(await contentOf(second), before)
})

test('what cannot be read is reported with its path and reason, the rest goes on', async () => {
  const root = join(folder, 'broken')
  await mkdir(join(root, 'images'), { recursive: true })
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#1d4e89' } })
    .png()
    .toBuffer()
  const files: Record<string, string | Uint8Array> = {
    'README.md':
      '# Accueil\n\n[un](un.md) [latin](latin.md) ![a](images/a.png) ![faux](images/faux.png) ![s](images/s.svg)',
    'un.md': '---\ntitle: "Le premier"\npermalink: /stable/\n---\n\n# Autre titre\n\n[retour](./README.md#accueil)',
    'deux.md': '[permanent](/stable/) [absent](absent.md) ![hors](../../etc/passwd.png)',
    'latin.md': Buffer.from('d\xe9j\xe0', 'latin1'),
    'profond.md': `${'> '.repeat(200)}x`,
    'gros.md': 'x'.repeat(4 * 1024 * 1024 + 1),
    'images/a.png': png,
    'images/faux.png': 'pas une image',
    'images/s.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><script>alert(1)</script><rect width="20" height="10"/></svg>',
  }
  for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content)
  await symlink('/etc/hostname', join(root, 'lien.md'))
  const spaceId = await newSpace()
  const report = await bring(spaceId, root)
  assert.deepEqual([report.pages, report.images, report.links], [3, 2, 3])
  assert.deepEqual(report.failures.map(({ path }) => path).sort(), [
    'gros.md',
    'images/faux.png',
    'latin.md',
    'lien.md',
    'profond.md',
  ])
  assert.ok(report.failures.every(({ reason }) => reason.length > 3))
  assert.deepEqual(report.broken.map(({ address }) => address).sort(), [
    '../../etc/passwd.png',
    'absent.md',
    'latin.md',
  ])
  const content = await contentOf(spaceId)
  assert.deepEqual(
    content.map(({ path }) => path),
    ['/0 Accueil', '/0 Accueil/0 Deux', '/0 Accueil/1 Le premier'],
  )
  assert.match(
    content[0]?.markdown ?? '',
    /\[un\]\(page:\/0 Accueil\/1 Le premier\) \[latin\]\(latin\.md\) !\[a\]\(image:0\)/,
  )
  assert.match(content[2]?.markdown ?? '', /# Autre titre\n\n\[retour\]\(page:\/0 Accueil#accueil\)/)
})

test('imports again make new pages; nothing is overwritten', async () => {
  const root = join(folder, 'twice')
  await mkdir(root)
  await writeFile(join(root, 'a.md'), 'texte')
  const spaceId = await newSpace()
  await bring(spaceId, root)
  await bring(spaceId, root)
  assert.deepEqual(
    (await contentOf(spaceId)).map(({ path }) => path),
    ['/0 A', '/1 A'],
  )
})

test('an export writes only inside its folder, only into an empty one, and what is being written live', async () => {
  const spaceId = await newSpace()
  const ann = await t.as(person.id)
  for (const title of ['../../evasion', 'CON', 'Ordinaire']) {
    const body = { title, markdown: 'Avant.' }
    const made = await ann.post(`/api/spaces/${spaceId}/pages`, body)
    await ann.put(`/api/pages/${made.body.id}/markdown`, { markdown: `Après : ${title}` }, { 'if-match': '"1"' })
  }
  const out = join(folder, 'unsafe')
  assert.equal((await take(spaceId, out)).pages, 3)
  assert.deepEqual((await readdir(out)).sort(), ['01-evasion.md', '02-con.md', '03-ordinaire.md'])
  assert.equal(await readFile(join(out, '02-con.md'), 'utf8'), '---\ntitle: "CON"\n---\n\nAprès : CON\n')
  await assert.rejects(take(spaceId, out), /not empty/)
})

test('the commands say in one line what is wrong', async () => {
  const { world } = t.deps
  const empty = join(folder, 'empty')
  await mkdir(empty)
  const { slug } = await aSpace(world.db, 'loop', [{ id: person.id, role: 'facilitator' }])
  const reader = await aPerson(world.db)
  const nothing = await importCommand([empty, '--space', slug], world)
  assert.equal(nothing.ok, false)
  await assert.rejects(importCommand([empty, '--space', 'nulle-part'], world), /^Error: no space « nulle-part »$/)
  await assert.rejects(importCommand([empty, '--space', slug, '--as', reader.email], world), /may not write in/)
  await assert.rejects(importCommand([empty, '--space', slug, '--as', 'nul@exemple.fr'], world), /no account/)
  await assert.rejects(importCommand([join(folder, 'absent'), '--space', slug], world), /ENOENT/)
  await assert.rejects(importCommand(['a', 'b'], world), /cenacle import <folder>/)
  await assert.rejects(exportCommand(['nulle-part', 'x'], t.deps), /no space/)
  const account = { email: person.email, name: 'Odile Fabre', role: 'member', administrator: false } as const
  await assert.rejects(userCreate({ ...account, password: 'Une phrase assez longue' }, world), /has an account already/)
})
