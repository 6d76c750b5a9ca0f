import assert from 'node:assert/strict'
import { test } from 'node:test'
import { liveSockets } from './live-sockets.ts'
import type { EventTail, RecordedEvent } from './tail.ts'

test('a socket that was let in by rights from before a change, and comes after it was heard, is looked at again', () => {
  let hear: (event: RecordedEvent) => void = () => {}
  const tail: EventTail = {
    seq: 0,
    subscribe(its) {
      hear = its
      return () => {}
    },
    since: async () => [],
    stop() {},
  }
  const sockets = liveSockets(tail, () => new Date())
  const looked: string[] = []
  const open = (personId: string) =>
    sockets.add({ personId, accessUntil: null, recheck: async () => void looked.push(personId) })
  open('ann')
  hear({ seq: 1, type: 'topic.created', spaceId: 'somewhere', personId: null, audience: null, ids: {} })
  open('bob')
  assert.deepEqual(looked, [])
  hear({ seq: 2, type: 'access.changed', spaceId: null, personId: 'cleo', audience: null, ids: {} })
  open('cleo')
  assert.deepEqual(looked, ['cleo'])
  sockets.stop()
})
