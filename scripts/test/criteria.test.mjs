import assert from 'node:assert/strict'
import { test } from 'node:test'
import { criteriaIn, heldLines } from './criteria.mjs'

test('criteria are gathered by their number from the names of tests, over all suites', () => {
  const tests = [
    { name: 'a.spec.ts › criterion 7: behind a proxy', passed: true },
    { name: 'criterion 10: one row', passed: true },
    { name: 'criterion 10: another row', passed: false },
    { name: 'criterion 8 and criterion 9: both', passed: true },
    { name: 'no criterion', passed: true },
    { name: 'secret › vote criterion 16: receipts', passed: true },
  ]
  assert.deepEqual(criteriaIn(tests), [
    { list: 'coediting', number: 7, passed: true },
    { list: 'coediting', number: 10, passed: true },
    { list: 'coediting', number: 10, passed: false },
    { list: 'coediting', number: 9, passed: true },
    { list: 'vote', number: 16, passed: true },
  ])
  assert.deepEqual(heldLines(criteriaIn(tests)), [
    'coediting criteria: 2 of 20 held; failed: 10; not run: 1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20',
    'vote criteria: 1 of 20 held; not run: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20',
  ])
  const all = Array.from({ length: 20 }, (_, index) => ({
    list: /** @type {const} */ ('coediting'),
    number: index + 1,
    passed: true,
  }))
  assert.deepEqual(heldLines(all), ['coediting criteria: 20 of 20 held'])
  assert.deepEqual(heldLines([]), [])
})
