import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import fc from 'fast-check'
import { annotatedSchema } from '@cenacle/document/annotated-schema'
import { findSuggestions } from '@cenacle/document/suggestions'
import { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { numbering } from './footnotes.ts'
import { outlineOf } from './outline.ts'

const note = { type: 'footnote', content: [{ type: 'text', text: 'Une note.' }] }
const text = (words: string) => ({ type: 'text', text: words })

/** A page of so many blocks, with a heading, a list and a footnote now and then. */
const pageOf = (blocks: number): Node =>
  Node.fromJSON(annotatedSchema, {
    type: 'doc',
    content: Array.from({ length: blocks }, (_, i) => {
      if (i % 10 === 0) return { type: 'heading', attrs: { level: 2 }, content: [text(`Partie ${i}`)] }
      if (i % 10 === 5)
        return {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('Un point.')] }] }],
        }
      return { type: 'paragraph', content: [text(`Paragraphe ${i}.`), ...(i % 10 === 7 ? [note] : [])] }
    }),
  })

/** What is read of a page after each change: numbers of footnotes, suggestions, outline. */
const readAll = ({ doc }: EditorState) => [findSuggestions(doc), outlineOf(doc)]

const numbersIn = (state: EditorState): [number, number, unknown][] =>
  (numbers.getState(state)?.find() ?? []).map(({ from, to, spec }) => [from, to, spec['number']])
const numbers = numbering()
const stateOf = (doc: Node) => EditorState.create({ doc, plugins: [numbers] })

test('a letter in a page of 2,000 blocks reads its own block, not the page', () => {
  let state = stateOf(pageOf(2_000))
  readAll(state)
  const visits = mock.method(Node.prototype, 'nodesBetween')
  for (const at of [3, 12_000, state.doc.content.size - 4]) {
    visits.mock.resetCalls()
    state = state.apply(state.tr.insertText('e', state.doc.resolve(at).start()))
    readAll(state)
    assert.ok(visits.mock.callCount() <= 16, `${visits.mock.callCount()} nodes were entered for a letter at ${at}`)
  }
  visits.mock.restore()
})

/** Writes, deletes, moves, adds a footnote, or replaces all as the binding does for others' changes. */
const change = ({ tr, schema }: EditorState, how: number, at: number): Transaction => {
  const size = tr.doc.content.size
  const $at = tr.doc.resolve(Math.min(at, size))
  const footnote = schema.nodes['footnote']
  if (how === 0 && $at.parent.isTextblock) return tr.insertText('x', $at.pos)
  if (how === 1 && $at.parent.isTextblock && footnote)
    return tr.insert($at.pos, footnote.create(null, schema.text('Autre.')))
  if (how === 2) return tr.delete(Math.max(0, $at.before(1)), $at.after(1))
  if (how === 3) return tr.replaceWith(0, size, tr.doc.content)
  const block = $at.node(1)
  return tr.delete($at.before(1), $at.after(1)).insert(tr.doc.content.size, block)
}

test('footnotes that are moved along have the numbers that they would be given anew', () => {
  const changes = fc.array(fc.tuple(fc.nat(4), fc.nat(400)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(changes, (steps) => {
      let state = stateOf(pageOf(30))
      for (const [how, at] of steps) {
        if (state.doc.childCount < 3) break
        const inside = state.doc.resolve(Math.min(at, state.doc.content.size - 1))
        const place = inside.depth === 0 ? inside.pos + 1 : inside.pos
        if (state.doc.resolve(place).parent.type.name === 'footnote') continue
        state = state.apply(change(state, how, place))
        assert.deepEqual(numbersIn(state), numbersIn(stateOf(state.doc)))
      }
    }),
  )
})
