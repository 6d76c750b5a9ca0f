import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DocumentError } from '../src/document-error.ts'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { serializeMarkdown } from '../src/markdown-serialize.ts'
import { parsePage } from '../src/page.ts'
import { guides, nastyInputs, withoutShared } from './shared.ts'

/** CPU time, which a busy machine does not stretch: far above what linear work on 200 kB needs, far below a square. */
const LIMIT_MS = 5000

const inputs: Record<string, string> = {
  emphasis: '_a*'.repeat(30_000),
  strikes: '~a ~~b~ '.repeat(12_000),
  brackets: '['.repeat(200_000),
  images: '![a'.repeat(30_000),
  'link openers': '[a]('.repeat(50_000),
  'angled link openers': '[a](<'.repeat(40_000),
  'reference openers': `[a]: b\n\n${'[a]['.repeat(50_000)}`,
  backticks: Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join(' '),
  comments: `a ${'<!--'.repeat(50_000)}`,
  'tags never closed': '<a b="'.repeat(35_000),
  spaces: `a${' '.repeat(200_000)}b`,
  links: '[a](b) '.repeat(30_000),
  containers: '::: tip a\nb\n:::\n\n'.repeat(10_000),
  quotes: '> > > > a\n\n'.repeat(18_000),
  items: '- a\n'.repeat(20_000),
  stars: '*'.repeat(200_000),
  breaks: 'a\\\n'.repeat(30_000),
  dollars: '$a '.repeat(60_000),
  'dollars that open': '$a'.repeat(100_000),
  'double dollars': '$$a $ '.repeat(30_000),
  'fences of dollars': '$$\nx\n\n'.repeat(30_000),
  'formulas never closed': '<math>a '.repeat(20_000),
  'footnotes never defined': '[^1] '.repeat(40_000),
  footnotes: `${'[^1] '.repeat(20_000)}\n\n[^1]: a`,
  'footnotes defined again and again': '[^1]: a\n'.repeat(20_000),
  mentions: '[[a](/pages/1) '.repeat(12_000),
  addresses: 'www.a@'.repeat(35_000),
}
for (const [name, markdown] of Object.entries(inputs)) {
  test(`takes linear time: ${name}`, () => {
    const before = process.cpuUsage()
    serializeMarkdown(parseMarkdown(markdown))
    const { user, system } = process.cpuUsage(before)
    assert.ok((user + system) / 1000 < LIMIT_MS, `${(user + system) / 1000} ms`)
  })
}

test('a footnote that is referred to a thousand times is no bomb', () => {
  const bomb = `${'[^1]'.repeat(5_000)}\n\n[^1]: ${'a '.repeat(100_000)}`
  assert.throws(() => parseMarkdown(bomb), { code: 'document-too-large' })
})

test('nasty inputs parse or are refused by code, and read back equal', { skip: withoutShared }, async () => {
  for (const { name, value } of await nastyInputs()) {
    if (typeof value !== 'string') continue
    try {
      const doc = parseMarkdown(value)
      assert.ok(parseMarkdown(serializeMarkdown(doc)).eq(doc), name)
    } catch (error) {
      assert.ok(error instanceof DocumentError, `${name}: ${String(error)}`)
    }
  }
})

test('the guides survive import, export, import', { skip: withoutShared }, (t) => {
  const pages = guides()
  assert.ok(pages.length >= 55)
  let slowest = 0
  for (const { path, text } of pages) {
    const start = performance.now()
    const { doc } = parsePage(text)
    const markdown = serializeMarkdown(doc)
    slowest = Math.max(slowest, performance.now() - start)
    const again = parseMarkdown(markdown)
    assert.deepEqual(again.toJSON(), doc.toJSON(), path)
    assert.equal(serializeMarkdown(again), markdown, path)
  }
  t.diagnostic(`${pages.length} of ${pages.length} guides equal; slowest parse and serialise ${slowest.toFixed(1)} ms`)
})
