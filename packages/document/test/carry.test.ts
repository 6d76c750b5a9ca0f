import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as Y from 'yjs'
import { align } from '../src/align.ts'
import { annotatedSchema } from '../src/annotated-schema.ts'
import { attributeOf, commentsIn, findPlace, setComment } from '../src/comments.ts'
import { flowOf, isProposed, markName } from '../src/flow.ts'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { serializeMarkdown } from '../src/markdown-serialize.ts'
import { BODY, createPageDoc, readBody, replaceBody } from '../src/yjs.ts'
import { documents } from './generate.ts'

const put = (ydoc: Y.Doc, markdown: string): void => replaceBody(ydoc, parseMarkdown(markdown))
const read = (ydoc: Y.Doc): string => serializeMarkdown(readBody(ydoc))
const covered = (ydoc: Y.Doc, id: string): string | undefined => commentsIn(ydoc).get(id)?.text

function commented(markdown: string, words: string): Y.Doc {
  const ydoc = createPageDoc('t', parseMarkdown(markdown))
  comment(ydoc, 'a', words)
  return ydoc
}
function comment(ydoc: Y.Doc, id: string, words: string): void {
  const passage = findPlace(ydoc, { near: 0, quote: { text: words, before: '', after: '' } })
  assert.ok(passage)
  setComment(ydoc, passage.flow, passage, id)
}
const attribute = (name: 'insertion' | 'deletion', id: string) => attributeOf(annotatedSchema.mark(name, { id }))
/** Text that is only proposed, before the unit `at` of the flow. */
function propose(ydoc: Y.Doc, at: number, text: string): void {
  const run = flowOf(ydoc.getXmlFragment(BODY), 'all').runs.find(
    ({ from, length }) => at >= from && at <= from + length,
  )
  run?.text.insert(run.at + at - run.from, text, attribute('insertion', 's'))
}
const runsOf = (ydoc: Y.Doc, name: string): string[] =>
  flowOf(ydoc.getXmlFragment(BODY), 'all').runs.flatMap((run) => {
    const { text } = flowOf(ydoc.getXmlFragment(BODY), 'all')
    return Object.keys(run.attributes).some((one) => markName(one) === name)
      ? [text.slice(run.from, run.from + run.length)]
      : []
  })

test('comments stay on the words that stay, when a page is written anew', () => {
  const ydoc = commented('Début.\n\nUn texte qui reste ici.\n\nFin.', 'texte qui reste')
  put(ydoc, '## Un titre\n\nDébut autre.\n\n- Un **texte qui** reste là.\n\nFin.')
  assert.equal(read(ydoc), '## Un titre\n\nDébut autre.\n\n- Un **texte qui** reste là.\n\nFin.\n')
  assert.equal(covered(ydoc, 'a'), 'texte qui reste')
  put(ydoc, 'Un texte qui, vraiment, reste.')
  assert.equal(covered(ydoc, 'a'), 'texte qui, vraiment, reste')
  put(ydoc, 'Tout autre chose, de la même longueur.')
  assert.equal(covered(ydoc, 'a'), undefined)
})

test('a short line that stays keeps its comment; a word that a new text happens to have does not', () => {
  const ydoc = commented('avant\n\noui\n\naprès', 'oui')
  put(ydoc, 'devant\n\noui\n\nderrière')
  assert.equal(covered(ydoc, 'a'), 'oui')
  const other = commented('Une idée de la commune sur les écoles du centre.', 'de la commune sur les écoles')
  put(other, 'Le budget de la ville et les routes de nuit.')
  assert.equal(covered(other, 'a'), undefined)
})

test('two comments over one another, one across blocks, and code', () => {
  const ydoc = commented('un deux trois\n\n```\nlet a = 1\n```', 'deux trois let a')
  comment(ydoc, 'b', 'trois')
  put(ydoc, 'zéro\n\nun deux trois\n\n```js\nlet a = 12\n```')
  assert.deepEqual([covered(ydoc, 'a'), covered(ydoc, 'b')], ['deux trois\nlet a', 'trois'])
  assert.equal(read(ydoc), 'zéro\n\nun deux trois\n\n```js\nlet a = 12\n```\n')
})

test('suggestions stay: what is proposed beside words that stay, what is struck out', () => {
  const ydoc = commented('Un mot, puis un autre.\n\nLa fin.', 'mot')
  propose(ydoc, 'Un mot'.length, ' joli')
  propose(ydoc, 'Un mot joli, puis un autre.\n'.length, 'Voici ')
  const { text } = flowOf(ydoc.getXmlFragment(BODY), 'all')
  assert.equal(text, 'Un mot joli, puis un autre.\nVoici La fin.\n')
  const [first] = flowOf(ydoc.getXmlFragment(BODY), 'all').runs
  first?.text.format(text.indexOf('autre'), 5, attribute('deletion', 'd'))
  put(ydoc, 'Un **mot**, puis un autre encore.\n\nNeuf.\n\nLa fin.')
  assert.equal(
    flowOf(ydoc.getXmlFragment(BODY), 'all').text,
    'Un mot joli, puis un autre encore.\nNeuf.\nVoici La fin.\n',
  )
  assert.deepEqual([runsOf(ydoc, 'insertion'), runsOf(ydoc, 'deletion')], [[' joli', 'Voici '], ['autre']])
  put(ydoc, 'Rien de cela.')
  assert.deepEqual([runsOf(ydoc, 'insertion'), runsOf(ydoc, 'deletion')], [[], []])
})

test('bold words that are proposed are not put into code as such: an editor would drop the block', () => {
  const ydoc = createPageDoc('t', parseMarkdown('let a = une valeur'))
  const [run] = flowOf(ydoc.getXmlFragment(BODY), 'all').runs
  run?.text.insert('let a = une'.length, ' belle', { ...attribute('insertion', 's'), bold: {} })
  put(ydoc, '```\nlet a = une valeur\n```')
  const [code] = flowOf(ydoc.getXmlFragment(BODY), 'all').runs.filter(isProposed)
  assert.deepEqual(Object.keys(code?.attributes ?? {}).map(markName), ['insertion'])
})

/** Comments, strikes and proposals at random places. */
const said = fc.array(
  fc.record({ kind: fc.constantFrom('comment', 'deletion', 'insertion'), from: fc.nat(), to: fc.nat() }),
  {
    maxLength: 5,
  },
)
function say(ydoc: Y.Doc, things: { kind: string; from: number; to: number }[]): void {
  for (const [i, thing] of things.entries()) {
    const flow = flowOf(ydoc.getXmlFragment(BODY), 'all')
    const [from = 0, to = 0] = [thing.from, thing.to].map((at) => at % flow.text.length).sort((a, b) => a - b)
    if (thing.kind === 'insertion') propose(ydoc, from, `p${i}`)
    else if (thing.kind === 'comment') setComment(ydoc, flow, { from, to }, `c${i}`)
    else
      for (const run of flow.runs) {
        const [start, end] = [Math.max(from, run.from), Math.min(to, run.from + run.length)]
        if (start < end) run.text.format(run.at + start - run.from, end - start, attribute('deletion', `d${i}`))
      }
  }
}
const attributesOf = (ydoc: Y.Doc): unknown =>
  flowOf(ydoc.getXmlFragment(BODY), 'all').runs.map(({ from, length, attributes }) => [from, length, attributes])

test('from any annotated document to any other: the text is the new one', () => {
  fc.assert(
    fc.property(documents, documents, said, (from, to, things) => {
      const ydoc = createPageDoc('t', from)
      say(ydoc, things)
      replaceBody(ydoc, to)
      assert.deepEqual(readBody(ydoc).toJSON(), to.toJSON())
    }),
    { numRuns: 300 },
  )
})

test('written with the text that it has, an annotated page does not change at all', () => {
  fc.assert(
    fc.property(documents, said, (doc, things) => {
      const ydoc = createPageDoc('t', doc)
      say(ydoc, things)
      const before = attributesOf(ydoc)
      let updates = 0
      ydoc.on('update', () => updates++)
      replaceBody(ydoc, readBody(ydoc))
      assert.deepEqual(attributesOf(ydoc), before)
      assert.equal(updates, 0)
    }),
    { numRuns: 300 },
  )
})

test('a paragraph that is added or taken away leaves what is said about the others', () => {
  const paragraph = fc.array(fc.constantFrom('alpha', 'bêta', 'gamma', 'delta', 'epsilon', 'zêta'), {
    minLength: 2,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 2, maxLength: 6 }), fc.nat(), said, (words, at, things) => {
      const lines = words.map((line, i) => `${line.join(' ')} ${i}`)
      const ydoc = createPageDoc('t', parseMarkdown(lines.join('\n\n')))
      say(ydoc, things)
      const before = attributesOf(ydoc)
      const place = at % (lines.length + 1)
      put(ydoc, lines.toSpliced(place, 0, 'Un paragraphe tout à fait neuf.').join('\n\n'))
      put(ydoc, lines.join('\n\n'))
      assert.deepEqual(attributesOf(ydoc), before)
    }),
    { numRuns: 200 },
  )
})

test('alignment: ends, moves, what is unique, sizes that no table could hold', () => {
  assert.deepEqual(align([...'abcdef'], [...'abXdef']), [
    { a: 0, b: 0, length: 2 },
    { a: 3, b: 3, length: 3 },
  ])
  const long = Array.from({ length: 4_000 }, (_, i) => `mot${i}`)
  const other = long
    .map((word, i) => (i % 7 === 3 ? `autre${i}` : word))
    .toReversed()
    .toReversed()
  const before = process.cpuUsage()
  const kept = align(long, other.toSpliced(100, 0, 'x', 'y')).reduce((sum, { length }) => sum + length, 0)
  assert.equal(kept, other.filter((word) => word.startsWith('mot')).length)
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 4_000_000, `${(user + system) / 1000} ms`)
  assert.deepEqual(align([], ['a']), [])
})
