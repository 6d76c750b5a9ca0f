import assert from 'node:assert/strict'
import { test } from 'node:test'
import { criteriaIn, heldLine } from './criteria.mjs'

test('criteria are gathered by their number from the names of tests, over all suites', () => {
  const tests = [
    { name: 'a.spec.ts › criterion 7: behind a proxy', passed: true },
    { name: 'criterion 10: one row', passed: true },
    { name: 'criterion 10: another row', passed: false },
    { name: 'criterion 8 and criterion 9: both', passed: true },
    { name: 'no criterion', passed: true },
  ]
  assert.deepEqual(criteriaIn(tests), [
    { number: 7, passed: true },
    { number: 10, passed: true },
    { number: 10, passed: false },
    { number: 9, passed: true },
  ])
  assert.equal(
    heldLine(criteriaIn(tests)),
    'coediting criteria: 2 of 20 held; failed: 10; not run: 1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20',
  )
  const all = Array.from({ length: 20 }, (_, index) => ({ number: index + 1, passed: true }))
  assert.equal(heldLine(all), 'coediting criteria: 20 of 20 held')
  assert.equal(heldLine([]), '')
})
