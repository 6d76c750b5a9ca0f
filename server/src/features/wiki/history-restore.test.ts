import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { until } from '../../../test/collab-client.ts'
import { historyWorld, type HistoryWorld } from '../../../test/history-world.ts'

let w: HistoryWorld
before(async () => {
  w = await historyWorld()
})
after(() => w.t.close())

test('T11: who types and leaves at once finds a version', async () => {
  const url = await w.aPage('Départ.')
  {
    using bob = w.openTab('bob', url)
    await until('synced', () => bob.provider.synced)
    bob.line(0).insert(7, ' Parti aussitôt.')
  }
  const versions = async () => (await w.people.rita.caller.get(`${url}/versions`)).body.items
  await until('a version', async () => (await versions()).length >= 2)
  const [newest] = await versions()
  assert.equal(newest.author.name, 'Bob Lannes')
  const { body } = await w.people.rita.caller.get(`${url}/versions/${newest.seq}`)
  assert.equal(body.html, '<p>Départ. Parti aussitôt.</p>')
})

test('a restore reaches a live reader, keeps what is being typed, and is undone as the next version', async () => {
  const url = await w.aPage('Premier.\n\nDeuxième.')
  await w.put('ann', url, 'Premier, changé.\n\nTroisième.')
  using rita = w.openTab('rita', url)
  using bob = w.openTab('bob', url)
  await until('synced', () => rita.markdown === bob.markdown && bob.markdown.includes('Troisième'))
  bob.line(1).insert(0, 'Écrit en même temps. ')
  const { status, body } = await w.people.ann.caller.post(`${url}/versions/1/restore`)
  await until('restored', () => rita.markdown.includes('Deuxième') && rita.markdown.includes('Premier.'))
  assert.equal(status, 200)
  assert.ok(body.seq >= 3)
  await until('saved', () => bob.saved)
  bob.line(0).insert(0, 'Depuis. ')
  await until('saved', () => bob.saved && rita.markdown.includes('Depuis'))
  const undone = await w.people.ann.caller.post(`${url}/versions/${body.seq}/undo`)
  assert.equal(undone.status, 200)
  assert.ok(undone.body.seq > body.seq)
  await until('undone', () => rita.markdown.includes('changé'))
  assert.match(rita.markdown, /Depuis\. Premier, changé\./)
  assert.match(rita.markdown, /Troisième\./)
  assert.equal((await w.people.bob.caller.post(`${url}/versions/${body.seq}/undo`)).status, 409)
})

test('text typed while a version comes back stays in a paragraph that stays', async () => {
  const url = await w.aPage('Un paragraphe.\n\nFin.')
  await w.put('ann', url, 'Un autre paragraphe.\n\nFin.')
  using bob = w.openTab('bob', url)
  await until('synced', () => bob.provider.synced && bob.markdown.includes('autre'))
  bob.provider.disconnect()
  bob.line(1).insert(4, ' et quelques mots de plus')
  assert.equal((await w.people.ann.caller.post(`${url}/versions/1/restore`)).status, 200)
  bob.provider.connect()
  await until('back', () => bob.provider.synced && bob.markdown.startsWith('Un paragraphe'))
  await until('saved', () => bob.saved)
  assert.equal(await w.markdownOf(url), 'Un paragraphe.\n\nFin. et quelques mots de plus\n')
})

test('one passage comes back to its place, and what was written since stays', async () => {
  const url = await w.aPage('## Méthode\n\nOn compte tout.\n\nUn passage que quelqu’un retire.\n\nFin.')
  await w.put('bob', url, '## Méthode\n\nOn compte peu.\n\nFin.')
  await w.put('ann', url, '## Méthode\n\nOn compte peu.\n\nUn ajout.\n\nFin, vraiment.')
  const { body: diff } = await w.people.rita.caller.get(`${url}/diff?from=1&to=2`)
  const index = diff.changes.findIndex(({ kind }: { kind: string }) => kind === 'removed')
  const restored = await w.people.bob.caller.post(`${url}/passages/restore`, { from: 1, to: 2, change: index })
  assert.deepEqual([restored.status, restored.body.seq], [200, 4])
  assert.equal(
    await w.markdownOf(url),
    '## Méthode\n\nOn compte peu.\n\nUn passage que quelqu’un retire.\n\nUn ajout.\n\nFin, vraiment.\n',
  )
  const none = await w.people.bob.caller.post(`${url}/passages/restore`, { from: 1, to: 2, change: 50 })
  assert.deepEqual([none.status, none.body.seq], [200, null])
  assert.equal((await w.people.rita.caller.post(`${url}/passages/restore`, { from: 1, to: 2, change: 0 })).status, 403)
  const undone = await w.people.bob.caller.post(`${url}/versions/4/undo`)
  assert.equal(undone.body.seq, 5)
  assert.equal(await w.markdownOf(url), '## Méthode\n\nOn compte peu.\n\nUn ajout.\n\nFin, vraiment.\n')
})
