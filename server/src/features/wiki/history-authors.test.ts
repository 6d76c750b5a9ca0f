import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as Y from 'yjs'
import { until } from '../../../test/collab-client.ts'
import { historyWorld, idOf, lineOf, type HistoryWorld } from '../../../test/history-world.ts'
import { MINUTE_MS } from '../../time.ts'

let w: HistoryWorld
before(async () => {
  w = await historyWorld()
})
after(() => w.t.close())

interface Run {
  by: number | null
  text: string
  transmitted: boolean
  block: number
  length: number
}
const writtenBy = async (url: string): Promise<[name: string | null, text: string, transmitted: boolean][]> => {
  const { status, body } = await w.people.rita.caller.get(`${url}/authors`)
  assert.equal(status, 200)
  return body.runs.map(({ by, text, transmitted }: Run) => [
    by === null ? null : body.people[by].name,
    text,
    transmitted,
  ])
}

test('who wrote what: by passage, across marks, in blocks', async () => {
  const url = await w.aPage('Le **vote** ferme.')
  w.t.advance(2 * 60 * MINUTE_MS)
  await w.put('bob', url, 'Le **vote** ferme demain.\n\n- un point')
  const runs = await writtenBy(url)
  assert.deepEqual(
    runs.map(([name, text]) => [name, text.trim()]),
    [
      ['Ann Tessier', 'Le vote ferme'],
      ['Bob Lannes', 'demain'],
      ['Ann Tessier', '.'],
      ['Bob Lannes', 'un point'],
    ],
  )
  const { body } = await w.people.rita.caller.get(`${url}/authors`)
  assert.match(body.html, /<p><span data-run="0">Le <\/span><strong><span data-run="0">vote<\/span><\/strong>/)
  assert.deepEqual(
    body.runs.map(({ block, length }: Run) => [block, length]),
    body.runs.map(({ block, text }: Run) => [block, text.length]),
  )
})

test('a forged client id and handed-in text are never credited to the victim', async () => {
  const url = await w.aPage('Début.')
  let victim = 0
  {
    using ann = w.openTab('ann', url)
    await until('synced', () => ann.provider.synced)
    victim = ann.doc.clientID
    ann.line(0).insert(6, ' Mes mots.')
    await until('saved', () => ann.saved)
  }
  // Bob goes on under Ann's client id, once she has left.
  await until('gone', () => w.t.deps.collab.rooms.membersOf(idOf(url), 'write') === 0)
  {
    using forger = w.openTab('bob', url)
    await until('synced', () => forger.provider.synced && forger.markdown.includes('Mes mots'))
    const mask = new Y.Doc()
    Y.applyUpdate(mask, Y.encodeStateAsUpdate(forger.doc))
    mask.clientID = victim
    lineOf(mask, 0).insert(lineOf(mask, 0).length, ' Faux.')
    Y.applyUpdate(forger.doc, Y.encodeStateAsUpdate(mask))
    await until('saved', () => forger.saved)
  }
  const runs = await writtenBy(url)
  assert.deepEqual(
    runs.filter(([, text]) => text.includes('Mes mots')).map(([name]) => name),
    ['Ann Tessier'],
  )
  const forged = runs.filter(([, text]) => text.includes('Faux'))
  assert.deepEqual(
    forged.map(([name, text, transmitted]) => [name, text, transmitted]),
    [['Bob Lannes', ' Faux.', true]],
  )
})
