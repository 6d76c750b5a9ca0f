import fc from 'fast-check'
import type { Node as PmNode } from 'prosemirror-model'
import { CALLOUT_KINDS } from '../src/nodes.ts'
import { repair } from '../src/repair.ts'
import type { LooseMark, LooseNode } from '../src/tree.ts'
import { NASTY } from './nasty-text.ts'

const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
  },
  fc.string({ minLength: 1, maxLength: 8, unit: 'binary-ascii' }),
  fc.constantFrom('une phrase', 'Bonjour à tous !', 'mot'),
)
const href = fc.oneof(
  fc.constantFrom(
    'https://a.fr',
    'http://a.fr/b?c=1&amp=2&copy;',
    'mailto:a@b.fr',
    '#ancre',
    './page.md',
    '../a (b)/c_d*.md',
    'a)b',
    '(((',
    'a b',
    '<x>',
    '"',
    "a'b",
    'a\\b',
    'a\\',
    'a|b',
    'a\\|b',
    'javascript:alert(1)',
    '//evil.example',
    '',
    ' x ',
    'é',
    '&amp;',
    '[x]',
    'a`b',
    'x\\)',
    '/personnes/0190',
    '/pages/0190',
    '/api/files/0190',
  ),
  text,
)
const tex = fc.oneof(
  fc.constantFrom(
    'x^2',
    '\\|v\\|',
    'a\\',
    '\\\\',
    '\\$',
    '\\text{si $x$}',
    'a | b',
    '\\lt',
    '<b',
    '&amp;',
    '\\\\|',
    '`',
  ),
  text,
)
const title = fc.oneof(text, fc.constantFrom('fichier, 12 octets', 'décorative'))
const mark: fc.Arbitrary<LooseMark> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('bold', 'italic', 'strike', 'code').map((type) => ({ type })) },
  fc.record({ type: fc.constant('link'), attrs: fc.record({ href, title: fc.option(title) }) }),
)
const formula = tex.map((source): LooseNode => ({ type: 'math', children: [{ type: 'text', text: source }] }))
const mention = fc.record({
  type: fc.constant('mention'),
  attrs: fc.record({
    kind: fc.constantFrom('person', 'page', 'x'),
    id: fc.constantFrom('0190-ab', '../x', 'A'),
    label: fc.oneof(text, fc.constantFrom('', 'Maëlle Brossard', '[x]', '^1', '@a')),
  }),
})
const file = fc.record({
  type: fc.constant('file'),
  attrs: fc.record({ src: href, name: text, size: fc.constantFrom(0, 12, -1, 1e20, 3.5, 'x') }),
})
/** Few distinct marks in one paragraph, so that spans meet, nest and overlap. */
const inline: fc.Arbitrary<LooseNode[]> = fc.array(mark, { minLength: 1, maxLength: 3 }).chain((marks) => {
  const some = fc.subarray(marks)
  const words = fc.record({ type: fc.constant('text'), text, marks: some })
  const image = fc.record({
    type: fc.constant('image'),
    attrs: fc.record({
      src: href,
      alt: fc.oneof(text, fc.constant('')),
      title: fc.option(title),
      href: fc.option(href),
      decorative: fc.constantFrom(null, true, 'x'),
    }),
    marks: some,
  })
  const breaks = fc.constant<LooseNode>({ type: 'hardBreak' })
  const few = [formula, mention, file, image, breaks].map((arbitrary) => ({ weight: 1, arbitrary }))
  const note = node('footnote', fc.array(fc.oneof({ weight: 4, arbitrary: words }, ...few), { maxLength: 4 }))
  return fc.array(fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: note }, ...few), { maxLength: 6 })
})

const node = (
  type: string,
  children: fc.Arbitrary<LooseNode[]>,
  attrs: fc.Arbitrary<Record<string, unknown>> = fc.constant({}),
) => fc.record({ type: fc.constant(type), attrs, children })

const code = node(
  'codeBlock',
  fc
    .array(fc.oneof(text, fc.constantFrom('\n', '\n\n', '  ', '    ', '\t', '~~~', ':::')), { maxLength: 6 })
    .map((parts) => [{ type: 'text', text: parts.join('') }]),
  fc.record({ language: fc.option(fc.oneof(text, fc.constantFrom('js', 'js{1,2}'))) }),
)

const { block } = fc.letrec<{ block: LooseNode }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 0, maxLength: 3 })
  const item = (type: string) => node(type, blocks, fc.record({ checked: fc.boolean() }))
  const list = (type: string, kind: string) =>
    node(
      type,
      fc.array(item(kind), { minLength: 1, maxLength: 3 }),
      fc.record({ start: fc.constantFrom(1, 0, 7, 99, 12345678) }),
    )
  const cell = node(
    'tableCell',
    fc.oneof({ weight: 5, arbitrary: inline.map((children) => [{ type: 'paragraph', children }]) }, blocks),
    fc.record({ align: fc.constantFrom('left', 'center', 'right', null, 'x') }),
  )
  const row = node('tableRow', fc.array(cell, { minLength: 0, maxLength: 3 }))
  return {
    block: fc.oneof(
      { maxDepth: 5, depthSize: 'medium', withCrossShrink: true },
      { weight: 6, arbitrary: node('paragraph', inline) },
      { weight: 1, arbitrary: node('heading', inline, fc.record({ level: fc.integer({ min: 0, max: 8 }) })) },
      { weight: 1, arbitrary: code },
      {
        weight: 1,
        arbitrary: node(
          'mathBlock',
          fc
            .array(fc.oneof(tex, fc.constantFrom('\n', '\n\n', '  ', '- a', '> b', ':::', '```')), { maxLength: 6 })
            .map((parts) => [{ type: 'text', text: parts.join('') }]),
        ),
      },
      { weight: 1, arbitrary: fc.constant({ type: 'horizontalRule' }) },
      { weight: 2, arbitrary: list('bulletList', 'listItem') },
      { weight: 2, arbitrary: list('orderedList', 'listItem') },
      { weight: 2, arbitrary: list('taskList', 'taskItem') },
      { weight: 1, arbitrary: node('blockquote', blocks) },
      { weight: 1, arbitrary: node('table', fc.array(row, { minLength: 1, maxLength: 3 })) },
      {
        weight: 1,
        arbitrary: node('callout', blocks, fc.record({ kind: fc.constantFrom(...CALLOUT_KINDS, 'x'), title: text })),
      },
      { weight: 1, arbitrary: node('nomInconnu', blocks) },
    ),
  }
})

/** Trees as a hostile or broken peer could write them. */
export const looseTree: fc.Arbitrary<LooseNode[]> = fc.array(block, { maxLength: 5 })

/** Documents in normal form, over all nodes and marks. */
export const documents: fc.Arbitrary<PmNode> = looseTree.map(repair)
