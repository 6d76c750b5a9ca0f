import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leftAt, nextLook, partsOf } from './opening.ts'

const announced = { now: '2026-12-12T10:00:00.000Z', opensAt: '2026-12-12T10:01:00.250Z', readAt: 5_000 }

test('the time left follows from the server’s clock and from a steady one, never from the device’s time of day', () => {
  assert.equal(leftAt(announced, 5_000), 60_250)
  assert.equal(leftAt(announced, 66_000), -750)
  assert.equal(leftAt({ ...announced, opensAt: null }, 66_000), null)
})

test('one looks at each whole second, at the instant, then ever less often', () => {
  assert.equal(nextLook(60_250, 0), 250)
  assert.equal(nextLook(60_000, 0), 1_000)
  assert.equal(nextLook(400, 0), 400)
  assert.equal(nextLook(400, 1), 1_000)
  assert.equal(nextLook(-10, 0), 1_000)
  assert.equal(nextLook(-60_000, 0), 4_000)
  assert.equal(nextLook(-600_000, 0), 30_000)
})

test('what is left is said from the largest unit on', () => {
  const said = (left: number) => partsOf(left).map(({ unit, value }) => `${value} ${unit}`)
  assert.deepEqual(said(90_061_000), ['1 days', '1 hours', '1 minutes', '1 seconds'])
  assert.deepEqual(said(3_600_000), ['1 hours', '0 minutes', '0 seconds'])
  assert.deepEqual(said(999), ['1 seconds'])
  assert.deepEqual(said(0), ['0 seconds'])
})
