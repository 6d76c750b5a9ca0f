import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Node as PmNode } from 'prosemirror-model'
import { showDiff } from '../src/diff-html.ts'
import { commonPairs } from '../src/diff-lcs.ts'
import { passagesOf } from '../src/diff-passages.ts'
import { restorePassage } from '../src/diff-restore.ts'
import { diffDocs, sideOf } from '../src/diff.ts'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { serializeMarkdown } from '../src/markdown-serialize.ts'
import { repair } from '../src/repair.ts'
import { schema } from '../src/schema.ts'
import type { LooseNode } from '../src/tree.ts'
import { documents, looseTree } from './generate.ts'
import { assertSafe } from './safe-html.ts'

/** Another reading of the same document: no node is shared. */
const again = (doc: PmNode): PmNode => schema.nodeFromJSON(doc.toJSON())

type Change = readonly [kind: 'delete' | 'move' | 'insert' | 'write' | 'bold', at: number, to: number]
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.tuple(fc.constantFrom('delete', 'move', 'insert', 'write', 'bold' as const), fc.nat(50), fc.nat(50)),
  { maxLength: 4 },
)

/** The lists of blocks and the texts of a tree, to change one of them. */
function partsOf(tree: LooseNode[]): { lists: LooseNode[][]; texts: LooseNode[] } {
  const lists = [tree]
  const texts: LooseNode[] = []
  for (const node of tree) {
    if (node.type === 'text') texts.push(node)
    const below = partsOf(node.children ?? [])
    if (node.children) lists.push(...below.lists)
    texts.push(...below.texts)
  }
  return { lists, texts }
}

function changed(tree: LooseNode[], list: readonly Change[], other: LooseNode[]): LooseNode[] {
  const copy = structuredClone(tree)
  for (const [kind, at, to] of list) {
    const { lists, texts } = partsOf(copy)
    const [source, target] = [lists[at % lists.length] ?? copy, lists[to % lists.length] ?? copy]
    const text = texts[at % (texts.length || 1)]
    if (kind === 'delete') source.splice(to % (source.length || 1), 1)
    else if (kind === 'insert') target.splice(at % (target.length + 1), 0, ...structuredClone(other.slice(0, 1)))
    else if (kind === 'move') copy.splice(to % (copy.length + 1), 0, ...copy.splice(at % (copy.length || 1), 1))
    else if (text && kind === 'write') text.text = `${text.text?.slice(0, to)}un mot${text.text?.slice(to)}`
    else if (text && kind === 'bold') text.marks = [{ type: 'bold' }]
  }
  return copy
}

/** Two documents of which the second came from the first, and at times two that have nothing to do with each other. */
const pairs: fc.Arbitrary<[PmNode, PmNode]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(looseTree, changes, looseTree)
      .map(([a, list, b]) => [repair(a), repair(changed(a, list, b))] as [PmNode, PmNode]),
  },
  { weight: 1, arbitrary: fc.tuple(documents, documents) },
)

test('only what was removed is the older document, only what was added the newer one', () => {
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      const root = diffDocs(again(from), again(to))
      assert.deepEqual(sideOf(root, 'from')?.toJSON(), from.toJSON())
      assert.deepEqual(sideOf(root, 'to')?.toJSON(), to.toJSON())
      assert.equal(passagesOf(root).length === 0, from.eq(to))
    }),
    { numRuns: 150 },
  )
})

/** Only what is shown as it was typed: notes, mentions and pictures bring words of their own. */
function isPlain(doc: PmNode): boolean {
  let plain = true
  doc.descendants((node) => {
    const isOwn = node.isInline ? node.isText || node.type.name === 'hardBreak' : node.isTextblock || !node.isAtom
    if (!isOwn || node.type.name === 'callout' || node.type.name === 'mathBlock') plain = false
  })
  return plain
}

test('a comparison is safe HTML whose text is that of both sides', () => {
  const strip = (html: string, tag: string): string =>
    html.replace(new RegExp(`<${tag}>.*?</${tag}>`, 'gs'), '').replace(/<[^>]*>|\s/g, '')
  const ofSide = (doc: PmNode): string => strip(showDiff(diffDocs(again(doc), again(doc))).html, 'ins')
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      const { html } = showDiff(diffDocs(again(from), again(to)))
      assertSafe(
        html
          .replaceAll(/<(\/?)(?:ins|span data-diff="look"|span)>/g, '<$1span>')
          .replaceAll(/ data-(?:diff|change)="[a-z0-9-]*"/g, ''),
        html,
      )
      if (!isPlain(from) || !isPlain(to)) return
      assert.equal(strip(html, 'ins'), ofSide(from))
      assert.equal(strip(html, 'del'), ofSide(to))
    }),
    { numRuns: 150 },
  )
})

/** The first change that can be taken back by itself: the empty line that a list item must begin with waits for what stands between. */
function withOneLess(from: PmNode, now: PmNode): PmNode | undefined {
  const { length } = passagesOf(diffDocs(again(from), again(now)))
  for (let index = 0; index < length; index += 1) {
    const next = restorePassage(again(from), again(now), again(now), index)
    if (next) return next
  }
  return undefined
}

test('all changes taken back one by one lead to the older document', () => {
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      let now = to
      for (let step = 0; step < 200; step++) {
        const next = withOneLess(from, now)
        if (!next) break
        now = next
      }
      assert.equal(serializeMarkdown(now), serializeMarkdown(from))
    }),
    { numRuns: 150 },
  )
})

const compare = (from: string, to: string) => showDiff(diffDocs(parseMarkdown(from), parseMarkdown(to)))

test('words of a line, whole blocks, moves and looks are told apart', () => {
  const line = compare('Le vote ferme mardi à midi.', 'Le vote ferme jeudi à midi.')
  assert.equal(
    line.html,
    '<p data-diff="changed" data-change="0">Le vote ferme <del>mardi</del><ins>jeudi</ins> à midi.</p>',
  )
  assert.deepEqual([line.summary.wordsAdded, line.summary.wordsRemoved, line.summary.blocksChanged], [1, 1, 1])

  const blocks = compare('un premier paragraphe\n\ntrois', 'un premier paragraphe\n\ndeux\n\ntrois')
  assert.match(blocks.html, /<p data-diff="added" data-change="0"><ins>deux<\/ins><\/p>/)
  assert.deepEqual([blocks.summary.blocksAdded, blocks.summary.wordsAdded], [1, 1])

  const moved = compare(
    '## Titre\n\nun paragraphe qui bouge\n\nB\n\nC',
    '## Titre\n\nB\n\nC\n\nun paragraphe qui bouge',
  )
  assert.deepEqual([moved.summary.blocksMoved, moved.summary.wordsAdded, moved.summary.wordsRemoved], [1, 0, 0])
  assert.match(moved.html, /data-diff="moved-removed"/)

  const looks = compare('un mot ici', 'un **mot** ici')
  assert.match(looks.html, /un <strong><span data-diff="look">mot<\/span><\/strong> ici/)
  assert.deepEqual(looks.summary.looksChanged, 1)
  assert.match(compare('- [ ] voter', '- [x] voter').html, /<li data-diff="look" data-change="0" data-type="taskItem"/)
  assert.match(compare('# A', '## A').html, /<h2 data-diff="look"/)
})

test('a table is compared by rows and cells, a list by items', () => {
  const table = compare(
    '| a | b |\n|---|---|\n| un | 1 |\n| deux | 2 |',
    '| a | b |\n|---|---|\n| un | 1 |\n| deux | 3 |\n| trois | 3 |',
  )
  assert.match(table.html, /<tr data-diff="changed" data-change="0"><td>deux<\/td><td><del>2<\/del><ins>3<\/ins>/)
  assert.match(table.html, /<tr data-diff="added" data-change="1">/)
  const list = compare('- pain\n- lait cru\n- sel', '- pain\n- lait entier\n- sel\n- eau')
  assert.match(
    list.html,
    /<li><p data-diff="changed" data-change="0">lait <del>cru<\/del><ins>entier<\/ins><\/p><\/li>/,
  )
  assert.match(list.html, /<li data-diff="added" data-change="1"><ins>eau<\/ins><\/li>/)
})

test('one passage returns to its place, and what was written since stays', () => {
  const from = parseMarkdown('## Méthode\n\nOn compte tout.\n\nUn passage que quelqu’un retire.\n\nFin.')
  const to = parseMarkdown('## Méthode\n\nOn compte peu.\n\nFin.')
  const now = parseMarkdown('## Méthode, bis\n\nOn compte peu.\n\nUn ajout.\n\nFin.')
  const back = restorePassage(from, to, now, 1)
  assert.equal(
    back && serializeMarkdown(back),
    '## Méthode, bis\n\nOn compte peu.\n\nUn passage que quelqu’un retire.\n\nUn ajout.\n\nFin.\n',
  )
  const words = restorePassage(again(from), again(to), again(now), 0)
  assert.equal(words && serializeMarkdown(words), '## Méthode, bis\n\nOn compte tout.\n\nUn ajout.\n\nFin.\n')
  assert.equal(restorePassage(again(from), again(to), again(now), 7), null)
})

test('a list item whose list is gone returns in a list', () => {
  const from = parseMarkdown('Avant.\n\n- pain\n- lait\n\nAprès.')
  const to = parseMarkdown('Avant.\n\n- pain\n\nAprès.')
  const now = parseMarkdown('Avant.\n\nAprès.')
  const back = restorePassage(from, to, now, 0)
  assert.equal(back && serializeMarkdown(back), 'Avant.\n\n- lait\n\nAprès.\n')
})

test('what two lists have in common is in order and common', () => {
  const list = fc.array(fc.nat(6), { maxLength: 40 })
  fc.assert(
    fc.property(list, list, (from, to) => {
      let last: readonly [number, number] = [-1, -1]
      for (const [a, b] of commonPairs(from, to)) {
        assert.equal(from[a], to[b])
        assert.ok(a > last[0] && b > last[1])
        last = [a, b]
      }
    }),
  )
})

test('two long documents that share little are compared in time', () => {
  const text = (seed: number): string =>
    Array.from(
      { length: 3_000 },
      (_, i) => `paragraphe ${i * seed} avec ${(i * 7 * seed) % 97} mots et un peu de texte`,
    ).join('\n\n')
  const [from, to] = [parseMarkdown(text(1)), parseMarkdown(text(3))]
  const before = process.cpuUsage()
  const { summary } = showDiff(diffDocs(from, to))
  const { user, system } = process.cpuUsage(before)
  assert.ok(summary.wordsAdded > 1_000)
  assert.ok(user + system < 10_000_000, `${(user + system) / 1000} ms`)
})
