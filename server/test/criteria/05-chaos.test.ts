import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../collab-client.ts'
import { faultProxy } from '../fault-proxy.ts'
import { restructure, textsIn, wordsIn } from '../writing.ts'
import { type Committee, committee, type Tab } from './committee.ts'

const people = ['ann', 'bob', 'cleo', 'dimitri', 'elsa', 'farid']
const ROUNDS = 16

let c: Committee
before(async () => {
  c = await committee(Object.fromEntries(people.map((who, i) => [who, i === 0 ? 'facilitator' : 'writer'])))
})
after(() => c.close())

test('criterion 5: lines are cut and stalled at random while six type and restructure: all agree, and each word is in the page or in the drawer', async (t) => {
  let seed = 7
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const pageId = await c.newPage('Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nSix.\n')
  const links = await Promise.all(people.map(() => faultProxy(Number(new URL(c.origin).port), random)))
  t.after(() => Promise.all(links.map((link) => link.close())))
  const tabs = people.map((who, i) => c.open(who, pageId, { through: links[i]?.origin ?? c.origin }))
  await until('synced', () => tabs.every(({ provider }) => provider.synced))
  const typed: string[] = []
  let cuts = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [who, tab] of tabs.entries()) {
      const texts = textsIn(tab.doc).length
      if (texts === 0) continue
      const word = `j${round}p${who}.`
      typed.push(word)
      tab.type(` ${word}`, Math.floor(random() * texts))
      if (random() < 0.15) restructure(tab.doc, random)
      const link = links[who]
      if (link && random() < 0.25) cuts += link.cut()
      if (link) link.faults.stalled = random() < 0.1
      await sleep(40)
    }
  }
  for (const link of links) link.faults.stalled = false
  await until('all saved', () => tabs.every(({ provider, saved }) => provider.synced && saved === 'saved'))
  await until('all agree', () => tabs.every((tab) => wordsIn(tab.doc) === wordsIn((tabs[0] ?? tab).doc)))
  let missing = typed
  await until(
    () => `${missing.join()} in the page or in the drawer`,
    async () => (missing = await missingWords(pageId, typed, tabs[0])).length === 0,
  )
  const recovered = await c.recovered(pageId)
  for (const tab of tabs) tab[Symbol.dispose]()
  assert.ok(cuts > 10, `${cuts} cuts`)
  t.diagnostic(
    `figure: criterion 5: ${cuts} cuts, ${typed.length} words, ${recovered.length} passages in the drawer, 0 lost`,
  )
})

/** What is neither in the page nor in the drawer. */
async function missingWords(pageId: string, typed: readonly string[], tab: Tab | undefined): Promise<string[]> {
  const drawer = (await c.recovered(pageId)).map(({ before, text, after }) => before + text + after)
  const all = [tab ? wordsIn(tab.doc) : '', ...drawer].join('\n')
  // Without its full stop: where two people give one block another text at once, either of them takes it out knowingly.
  return typed.filter((word) => !new RegExp(`${word.slice(0, -1)}(?!\\d)`).test(all))
}
