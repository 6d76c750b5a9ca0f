import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnPath } from './return-path.ts'

test('one returns to an address of ours only', () => {
  assert.equal(returnPath('?retour=%2Fsujets%2F12%23message-3'), '/sujets/12#message-3')
  assert.equal(returnPath(''), '/')
  for (const evil of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    assert.equal(returnPath(`?retour=${encodeURIComponent(evil)}`), '/')
  }
})
