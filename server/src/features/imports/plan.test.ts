import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planPages, titleOfName } from './plan.ts'
import { type Places, resolveAddress } from './resolve.ts'

const shape = (paths: string[]) =>
  planPages(paths, 'Mes guides').map(({ path, fallbackTitle, parent }) => [
    path,
    fallbackTitle,
    parent?.path ?? parent?.folder,
  ])

test('a folder’s README is its page; README comes before index; what has none gets an empty page', () => {
  assert.deepEqual(shape(['a/1-un.md', 'a/index.md', 'a/README.md', 'b/c/deux.md', 'README.md', 'accueil.md']), [
    ['README.md', 'Mes guides', undefined],
    ['a/README.md', 'A', 'README.md'],
    ['a/1-un.md', 'Un', 'a/README.md'],
    ['a/index.md', 'Index', 'a/README.md'],
    [null, 'B', 'README.md'],
    [null, 'C', 'b'],
    ['b/c/deux.md', 'Deux', 'b/c'],
    ['accueil.md', 'Accueil', 'README.md'],
  ])
})

test('without a README at the root, its files stand at the top of the space', () => {
  assert.deepEqual(shape(['a.md', 'b/README.md']), [
    ['a.md', 'A', undefined],
    ['b/README.md', 'B', undefined],
  ])
})

test('a title from a name says all that the name says', () => {
  assert.equal(titleOfName('1-creer_un-compte'), 'Creer un compte')
  assert.equal(titleOfName('2026'), '2026')
  assert.equal(titleOfName('---'), 'Page')
})

test('in an archive of one folder, the root is that folder', () => {
  const within: Places = {
    pages: new Map([
      ['guides/qualite/README.md', 'guides/qualite/README.md'],
      ['guides/qualite', 'guides/qualite/README.md'],
    ]),
    images: new Set(['guides/public/logo.png']),
    root: 'guides',
  }
  assert.deepEqual(resolveAddress('/qualite/#x', 'guides/a.md', within), {
    kind: 'page',
    path: 'guides/qualite/README.md',
    hash: '#x',
  })
  assert.equal(resolveAddress('/logo.png', 'guides/a.md', within).kind, 'image')
  assert.equal(resolveAddress('qualite/', 'a.md', within).kind, 'broken')
})

const places: Places = {
  pages: new Map([
    ['guide/1-un.md', 'guide/1-un.md'],
    ['guide/README.md', 'guide/README.md'],
    ['guide', 'guide/README.md'],
    ['guide/adresse-stable', 'guide/1-un.md'],
    ['guide/deux é.md', 'guide/deux é.md'],
  ]),
  images: new Set(['guide/images/a b.png', '.vuepress/public/images/logo.png']),
}
for (const [address, expected] of [
  ['1-un.md', 'guide/1-un.md'],
  ['./1-un.md#la-suite', 'guide/1-un.md#la-suite'],
  ['1-un', 'guide/1-un.md'],
  ['1-un.html', 'guide/1-un.md'],
  ['../guide/', 'guide/README.md'],
  ['/guide/', 'guide/README.md'],
  ['/guide/index.html', 'guide/README.md'],
  ['/guide/adresse-stable/#x', 'guide/1-un.md#x'],
  ['deux%20%C3%A9.md', 'guide/deux é.md'],
  ['deux%20e%CC%81.md', 'guide/deux é.md'],
  ['./images/a%20b.png', 'guide/images/a b.png'],
  ['images/a b.png', 'guide/images/a b.png'],
  ['/images/logo.png', '.vuepress/public/images/logo.png'],
  ['https://exemple.fr/1-un.md', 'elsewhere'],
  ['mailto:a@exemple.fr', 'elsewhere'],
  ['#ici', 'elsewhere'],
  ['//exemple.fr/x', 'elsewhere'],
  ['../../etc/passwd', 'broken'],
  ['../guide/../../guide/1-un.md', 'broken'],
  ['absent.md', 'broken'],
  ['%E0%A4%A', 'broken'],
] as const) {
  test(`« ${address} » leads to ${expected}`, () => {
    const target = resolveAddress(address, 'guide/README.md', places)
    assert.equal('path' in target ? target.path + target.hash : target.kind, expected)
  })
}
