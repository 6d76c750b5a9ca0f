import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReadTracker } from './read-tracker.ts'

test('a post is read after one second on screen with the tab focused, not before', () => {
  const tracker = createReadTracker(4, true, 0)
  tracker.show(5, 100)
  assert.equal(tracker.read(1_099), 4)
  assert.equal(tracker.nextRise(1_099), 1_100)
  assert.equal(tracker.read(1_100), 5)
  assert.equal(tracker.nextRise(1_100), undefined)
})

test('opening a topic in a tab without focus marks nothing; the second begins when it has the focus', () => {
  const tracker = createReadTracker(0, false, 0)
  tracker.show(1, 0)
  assert.equal(tracker.read(60_000), 0)
  assert.equal(tracker.nextRise(60_000), undefined)
  tracker.focus(true, 60_000)
  assert.equal(tracker.read(60_999), 0)
  assert.equal(tracker.read(61_000), 1)
})

test('scrolling past is not reading', () => {
  const tracker = createReadTracker(0, true, 0)
  for (let number = 1; number <= 50; number += 1) {
    tracker.show(number, number * 100)
    tracker.hide(number, number * 100 + 90)
  }
  assert.equal(tracker.read(100_000), 0)
})

test('what was read counts when it leaves the screen before anybody asked', () => {
  const tracker = createReadTracker(0, true, 0)
  tracker.show(1, 0)
  tracker.hide(1, 1_500)
  assert.equal(tracker.read(1_500), 1)
  tracker.show(2, 2_000)
  tracker.focus(false, 3_500)
  assert.equal(tracker.read(3_500), 2)
})

test('the position never goes back', () => {
  const tracker = createReadTracker(30, true, 0)
  tracker.show(3, 0)
  assert.equal(tracker.nextRise(0), undefined)
  assert.equal(tracker.read(5_000), 30)
})

test('seen again later, the second starts anew', () => {
  const tracker = createReadTracker(0, true, 0)
  tracker.show(7, 0)
  tracker.hide(7, 600)
  tracker.show(7, 700)
  assert.equal(tracker.read(1_600), 0)
  assert.equal(tracker.read(1_700), 7)
})
