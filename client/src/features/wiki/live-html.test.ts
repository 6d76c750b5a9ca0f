import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptBlocks } from './live-html.ts'

test('blocks that did not change stay, whatever came or went between them', () => {
  assert.deepEqual(keptBlocks(['a', 'b', 'c'], ['a', 'x', 'b', 'c', 'y']), [0, undefined, 1, 2, undefined])
  assert.deepEqual(keptBlocks(['a', 'b', 'c'], ['c']), [2])
  assert.deepEqual(keptBlocks([], ['a']), [undefined])
})

test('equal blocks are used once each, and a block that moved up is new where it is', () => {
  assert.deepEqual(keptBlocks(['a', 'a'], ['a', 'a', 'a']), [0, 1, undefined])
  assert.deepEqual(keptBlocks(['a', 'b'], ['b', 'a']), [1, undefined])
})
