import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { fileSlug, namePages } from './names.ts'

const page = (id: string, title: string, parentId: string | null = null) => ({ id, parentId, title })

test('names keep the order, folders have a README, the only page at the top is that of the whole', () => {
  const pages = [
    page('a', 'Été 2026'),
    page('b', 'Sous l’été', 'a'),
    page('c', 'Feuille', 'b'),
    page('d', 'Autre', 'a'),
  ]
  assert.deepEqual(Object.fromEntries(namePages(pages)), {
    a: 'README.md',
    b: '01-sous-l-ete/README.md',
    c: '01-sous-l-ete/01-feuille.md',
    d: '02-autre.md',
  })
  assert.equal(namePages([...pages, page('e', 'Voisine')]).get('a'), '01-ete-2026/README.md')
})

test('a title never becomes a path, a device or somebody else’s file', () => {
  for (const title of [
    '../../etc/passwd',
    'CON',
    'NUL.txt',
    'a\u0000b',
    '..',
    '.',
    '/',
    'C:\\Windows',
    '~',
    '-rf *',
    '東京',
    '',
  ]) {
    assert.match(fileSlug(title), /^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  }
})

test('whatever the titles and parents, names are inside the folder, safe, and each is given once', () => {
  const tree = fc.array(fc.record({ title: fc.string({ unit: 'binary' }), parent: fc.nat() }), { minLength: 1 })
  fc.assert(
    fc.property(tree, (rows) => {
      const pages = rows.map(({ title, parent }, i) =>
        page(`p${i}`, title, i === 0 || parent % 3 === 0 ? null : `p${parent % i}`),
      )
      const names = [...namePages(pages).values()]
      assert.equal(names.length, pages.length)
      assert.equal(new Set(names).size, names.length)
      for (const name of names) {
        assert.equal(posix.normalize(name), name)
        assert.match(name, /^(?:\d+-[a-z0-9-]+\/)*(?:README|\d+-[a-z0-9-]+)\.md$/)
      }
    }),
  )
})
