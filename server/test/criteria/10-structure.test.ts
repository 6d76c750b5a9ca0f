import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { until } from '../collab-client.ts'
import { wordsIn } from '../writing.ts'
import { type Committee, committee, type Tab } from './committee.ts'

let c: Committee
before(async () => {
  c = await committee({ ann: 'facilitator', bob: 'writer' })
})
after(() => c.close())

interface Row {
  name: string
  page: string
  ann: (tab: Tab) => void
  bob: (tab: Tab) => void
  /** What must not vanish. */
  words: string[]
}

const PAGE = 'Premier paragraphe.\n\nDeuxième paragraphe.\n\nLa fin.\n'
const replace = (tab: Tab, old: string, by: string): void => {
  assert.ok(tab.markdown.includes(old), `${old} is in ${tab.markdown}`)
  tab.markdown = tab.markdown.replace(old, by)
}
const typesIn = (n: number) => (tab: Tab) => tab.type(' Mot-d-Ann.', n)

/** The merge table of reference/coediting.md, §2: what two editors do to one place without knowing of each other. */
const rows: Row[] = [
  {
    name: 'Ann types at the end of a paragraph, Bob wraps it in a list',
    page: PAGE,
    ann: typesIn(1),
    bob: (tab) => replace(tab, 'Deuxième paragraphe.', '- Deuxième paragraphe.'),
    words: ['Mot-d-Ann', 'Deuxième paragraphe.'],
  },
  {
    name: 'Ann types in a paragraph, Bob cuts and pastes it elsewhere',
    page: PAGE,
    ann: typesIn(0),
    bob: (tab) => {
      tab.markdown = 'Deuxième paragraphe.\n\nLa fin.\n\nPremier paragraphe.\n'
    },
    words: ['Mot-d-Ann', 'Premier paragraphe.'],
  },
  {
    name: 'Ann types, Bob makes it a heading',
    page: PAGE,
    ann: typesIn(1),
    bob: (tab) => replace(tab, 'Deuxième paragraphe.', '## Deuxième paragraphe.'),
    words: ['Mot-d-Ann', 'Deuxième paragraphe.'],
  },
  {
    name: 'Ann types at the end, Bob splits the paragraph',
    page: PAGE,
    ann: typesIn(1),
    bob: (tab) => replace(tab, 'Deuxième paragraphe.', 'Deuxième\n\nparagraphe.'),
    words: ['Mot-d-Ann', 'Deuxième', 'paragraphe.'],
  },
  {
    name: 'Ann deletes the first and Bob the second paragraph of a quotation',
    page: '> Un.\n>\n> Deux.\n>\n> Trois.\n',
    ann: (tab) => replace(tab, '> Un.\n>\n', ''),
    bob: (tab) => replace(tab, '> Deux.\n>\n', ''),
    words: ['Trois.'],
  },
  {
    name: 'Ann makes a word bold and types, Bob makes a code block of it',
    page: PAGE,
    ann: (tab) => {
      replace(tab, 'Deuxième', '**Deuxième**')
      tab.type(' Mot-d-Ann.', 1)
    },
    bob: (tab) => replace(tab, 'Deuxième paragraphe.', '```\nDeuxième paragraphe.\n```'),
    words: ['Mot-d-Ann', 'Deuxième paragraphe.'],
  },
  {
    name: 'Ann adds a row, Bob a column',
    page: '| a | b |\n| --- | --- |\n| un | deux |\n',
    ann: (tab) => {
      tab.markdown = '| a | b |\n| --- | --- |\n| un | deux |\n| ligne-d-Ann | quatre |\n'
    },
    bob: (tab) => {
      tab.markdown = '| a | b | colonne-de-Bob |\n| --- | --- | --- |\n| un | deux | trois |\n'
    },
    words: ['ligne-d-Ann', 'colonne-de-Bob', 'quatre', 'trois'],
  },
  {
    name: 'Ann adds an item to a list, Bob makes a quotation of it',
    page: '- Un.\n- Deux.\n',
    ann: (tab) => {
      tab.markdown = '- Un.\n- Deux.\n- Point-d-Ann.\n'
    },
    bob: (tab) => {
      tab.markdown = '> - Un.\n> - Deux.\n'
    },
    words: ['Point-d-Ann', 'Deux.'],
  },
]

const orders: Record<string, (ann: Tab, bob: Tab, row: Row) => Promise<void>> = {
  async 'at the same moment'(ann, bob, row) {
    row.ann(ann)
    row.bob(bob)
  },
  async 'Bob first'(ann, bob, row) {
    row.bob(bob)
    row.ann(ann)
  },
  async 'Ann comes back with it'(ann, bob, row) {
    ann.provider.disconnect()
    row.ann(ann)
    row.bob(bob)
    await until('saved', () => bob.saved === 'saved')
    ann.provider.connect()
  },
  async 'Bob comes back with it'(ann, bob, row) {
    bob.provider.disconnect()
    row.bob(bob)
    row.ann(ann)
    await until('saved', () => ann.saved === 'saved')
    bob.provider.connect()
  },
}

for (const row of rows) {
  for (const [order, run] of Object.entries(orders)) {
    test(`criterion 10: ${row.name} (${order}): nothing acknowledged vanishes`, async () => {
      const pageId = await c.newPage(row.page)
      using ann = c.open('ann', pageId)
      using bob = c.open('bob', pageId)
      await until('synced', () => ann.provider.synced && bob.provider.synced)
      await run(ann, bob, row)
      await until(
        'saved',
        () => ann.provider.synced && bob.provider.synced && ann.saved === 'saved' && bob.saved === 'saved',
      )
      await until('the same', () => ann.markdown === bob.markdown)
      let recovered = await c.recovered(pageId)
      const all = (): string =>
        [wordsIn(bob.doc), ...recovered.map(({ before, text, after }) => before + text + after)].join('\n')
      const missing = (): string[] => row.words.filter((word) => !all().includes(word))
      await until(
        () => `${missing().join()} in « ${all()} »`,
        async () => {
          recovered = await c.recovered(pageId)
          return missing().length === 0
        },
      )
      // What is in the page is not offered as well.
      const { body } = await c.caller('bob').get(`/api/pages/${pageId}`)
      for (const { text } of recovered) assert.equal(body.markdown.includes(text.trim()), false, text)
    })
  }
}

test('criterion 10: what was taken away says who wrote it, where, and goes when somebody lets it go', async () => {
  const pageId = await c.newPage('## Budget\n\nLe poste est à revoir.\n')
  using ann = c.open('ann', pageId)
  using bob = c.open('bob', pageId)
  await until('synced', () => ann.provider.synced && bob.provider.synced)
  bob.type(' Trois cents euros suffisent.', 1)
  ann.markdown = '## Budget\n\n- Le poste est à revoir.\n'
  await until('recovered', async () => (await c.recovered(pageId)).length > 0)
  const [item] = await c.recovered(pageId)
  assert.ok(item)
  assert.deepEqual([item.text, item.heading], [' Trois cents euros suffisent.', 'Budget'])
  // What stood beside it is known as long as its block was not thrown away before it came.
  assert.ok(['', 'Le poste est à revoir.'].includes(item.before), item.before)
  assert.equal(item.author?.id, c.idOf('bob'))
  const url = `/api/pages/${pageId}/recovered/${item.key}/dismiss`
  assert.equal((await c.caller('bob').post(url)).status, 204)
  assert.equal((await c.caller('bob').post(url)).status, 404)
  assert.deepEqual(await c.recovered(pageId), [])
  await until('saved', () => ann.saved === 'saved')
})
