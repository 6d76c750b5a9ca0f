import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenOf, subtreeOf, whereDropped, withMove } from './moves.ts'

const page = (id: string, parentId: string | null, position: number) => ({
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
const pages = [page('a', null, 0), page('b', null, 1), page('c', null, 2), page('b1', 'b', 0), page('b2', 'b', 1)]
const ids = (of: readonly { id: string }[]): string => of.map(({ id }) => id).join(' ')

test('a page that is dropped before, after or on another lands there', () => {
  const drop = (id: string, on: string, at: 'before' | 'on' | 'after') => {
    const place = whereDropped(pages, id, { id: on, at })
    assert.ok(place)
    return ids(childrenOf(withMove(pages, id, place), place.parentId))
  }
  assert.equal(drop('a', 'c', 'after'), 'b c a')
  assert.equal(drop('a', 'c', 'before'), 'b a c')
  assert.equal(drop('c', 'a', 'before'), 'c a b')
  assert.equal(drop('a', 'b', 'on'), 'b1 b2 a')
  assert.equal(drop('b1', 'a', 'after'), 'a b1 b c')
  assert.equal(drop('b1', 'b2', 'after'), 'b2 b1')
})

test('nothing goes into itself or below itself', () => {
  assert.equal(whereDropped(pages, 'b', { id: 'b1', at: 'on' }), undefined)
  assert.equal(whereDropped(pages, 'b', { id: 'b2', at: 'after' }), undefined)
  assert.equal(whereDropped(pages, 'b', { id: 'b', at: 'on' }), undefined)
  assert.equal(whereDropped(pages, 'b', { id: 'gone', at: 'on' }), undefined)
})

test('what is below a page, also where parents go round in a circle', () => {
  assert.equal(ids(subtreeOf(pages, 'b')), 'b b1 b2')
  assert.equal(ids(subtreeOf([page('x', 'y', 0), page('y', 'x', 0)], 'x')), 'x y')
})

test('a page below one that is not shown stands at the top', () => {
  assert.equal(ids(childrenOf([page('a', null, 1), page('b', 'hidden', 0)], null)), 'b a')
})
