import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeStep2, encodeUpdate } from '@cenacle/collab/protocol'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { committee } from './committee.ts'

test('criterion 9: what a reader makes by hand changes nothing, closes their line, and is logged once', async (t) => {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const c = await committee({ ann: 'facilitator', rita: 'reader' }, { log: pino({ level: 'warn' }, sink) })
  t.after(() => c.close())
  const pageId = await c.newPage('Intact.')
  const forged = new Y.Doc()
  forged.getText('title').insert(0, 'forgé ')
  const update = Y.encodeStateAsUpdate(forged)
  const awareness = new Uint8Array([1, 6, 1, 9, 1, 2, 123, 125])
  const codes: number[] = []
  for (const frame of [encodeUpdate(update), encodeStep2(update), encodeUpdate(update)]) {
    const headers = { cookie: c.caller('rita').cookie }
    const socket = new WebSocket(`${c.origin.replace('http', 'ws')}/collab/${pageId}`, { headers, origin: c.origin })
    socket.on('error', () => {})
    codes.push(
      await new Promise<number>((resolve) => {
        socket.on('open', () => {
          socket.send(awareness)
          socket.send(frame)
        })
        socket.on('close', resolve)
      }),
    )
  }
  assert.deepEqual(codes, [4403, 4403, 4403])
  await sleep(200)
  const { body } = await c.caller('ann').get(`/api/pages/${pageId}`)
  assert.deepEqual([body.title, body.markdown, body.seq], ['Une page', 'Intact.\n', 1])
  assert.deepEqual(
    body.authors.map(({ id }: { id: string }) => id),
    [c.idOf('ann')],
  )
  const refused = lines.filter((line) => line.includes('a connection was refused'))
  assert.equal(refused.length, 1)
  assert.ok(refused[0]?.includes(c.idOf('rita')))
})
