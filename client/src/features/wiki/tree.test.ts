import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, pathTo, treeOf } from './tree.ts'

const page = (id: string, parentId: string | null, position = 0) => ({
  id,
  parentId,
  position,
  title: id,
  spaceId: 's',
  updatedAt: '2026-01-01T00:00:00Z',
  writing: 0,
  state: 'draft' as const,
  frozen: false,
  can: { manage: true },
})
const shape = (pages: ReturnType<typeof page>[]) =>
  linesOf(treeOf(pages)).map(({ page, depth }) => '-'.repeat(depth) + page.id)

test('pages stand below their parent, in their order, and chapters by number', () => {
  const pages = [page('10. Fin', 'a'), page('a', null, 2), page('2. Suite', 'a'), page('b', null, 1)]
  assert.deepEqual(shape(pages), ['b', 'a', '-2. Suite', '-10. Fin'])
})

test('no page is lost: not without its parent, not in a circle', () => {
  assert.deepEqual(shape([page('x', 'gone'), page('y', 'x')]), ['x', '-y'])
  assert.deepEqual(shape([page('p', 'q'), page('q', 'p'), page('r', null)]).length, 3)
})

test('the way to a page, also in a circle', () => {
  const pages = [page('a', null), page('b', 'a'), page('c', 'b')]
  assert.deepEqual(
    pathTo(pages, 'c').map(({ id }) => id),
    ['a', 'b'],
  )
  assert.equal(pathTo([page('p', 'q'), page('q', 'p')], 'p').length, 2)
})
