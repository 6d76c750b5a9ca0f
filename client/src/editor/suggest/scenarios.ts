import assert from 'node:assert/strict'
import { joinBackward, splitBlock } from '@tiptap/pm/commands'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { command, Desk, Host, markdownOf, pageOf, show } from './workbench.ts'

const people = ['a', 'b', 'c'].map((letter) => `0190a0b0-0000-7000-8000-00000000000${letter}`)
const PAGE = 'Le comité se réunit.\n\nbelle ville\n\n- un point\n- aa bb aa\n\n## Fin'

/** What one of three people does; `at` counts in the page as they see it. */
export type Act =
  | { kind: 'type'; who: number; at: number; text: string }
  | { kind: 'delete'; who: number; at: number; length: number }
  | { kind: 'split' | 'join' | 'undo' | 'sync'; who: number; at: number }

/** How their work comes together: whose word Yjs takes when two say something at once, and whether it is sent a keystroke at a time. */
export interface Way {
  isDescending: boolean
  isEach: boolean
}
export const allWays: readonly Way[] = [false, true].flatMap((isDescending) =>
  [false, true].map((isEach) => ({ isDescending, isEach })),
)

/** What they do one after the other. @param sync how often one of them is heard by the others */
export const acts = (sync: number): fc.Arbitrary<Act[]> => {
  const who = fc.nat(2)
  const at = fc.nat(80)
  return fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('type' as const),
          who,
          at,
          text: fc.stringMatching(/^[ael b]{1,4}$/),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('delete' as const),
          who,
          at,
          length: fc.integer({ min: 1, max: 30 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constantFrom('split' as const, 'join' as const, 'undo' as const), who, at }),
      },
      { weight: sync, arbitrary: fc.record({ kind: fc.constant('sync' as const), who, at }) },
    ),
    { maxLength: 25 },
  )
}

/** The nearest place for a caret. */
function put(desk: Desk, at: number): void {
  const { doc } = desk.state
  const { head } = TextSelection.near(doc.resolve(Math.min(at, doc.content.size)))
  desk.at(head)
}

function act(desk: Desk, one: Act): void {
  put(desk, one.at)
  switch (one.kind) {
    case 'type':
      return void desk.type(one.text)
    case 'delete': {
      const { head } = desk.state.selection
      const { head: end } = TextSelection.near(
        desk.state.doc.resolve(Math.min(head + one.length, desk.state.doc.content.size)),
        -1,
      )
      if (end > head) desk.run(({ tr }) => tr.deleteRange(head, end))
      return
    }
    case 'split':
      return void desk.run(command(splitBlock))
    case 'join':
      put(desk, desk.state.selection.$head.start())
      return void desk.run(command(joinBackward))
    case 'undo':
      desk.undo.undo()
      return desk.load()
    case 'sync':
  }
}

const clientOf = (index: number, { isDescending }: Way): number => (isDescending ? 9 - index : 1 + index)

/** Three people who only suggest, in any order: all agree, and all refused is the page as it was, to the letter. */
export function onlySuggest(list: readonly Act[], way: Way): void {
  const page = pageOf(PAGE)
  const before = markdownOf(page)
  const host = new Host(page)
  const desks = people.map((id, index) => new Desk(page, id, true, clientOf(index, way)))
  const sync = (desk: Desk): void => {
    assert.equal(way.isEach ? host.takeEach(desk) : host.take(desk), true, host.refused.join())
    host.give(desk)
  }
  for (const one of list) {
    const desk = desks[one.who]
    if (!desk) continue
    if (one.kind === 'sync') sync(desk)
    else act(desk, one)
  }
  for (const desk of [...desks, ...desks]) sync(desk)
  assert.equal(markdownOf(host.doc), before)
  for (const desk of desks) assert.equal(show(desk.state.doc), show(desks[0]!.state.doc))
  const editor = new Desk(host.doc, people[0] ?? '', false)
  editor.settle(false)
  assert.equal(markdownOf(editor.doc), before)
  assert.ok(!/[+¦{-]/.test(show(editor.state.doc)))
}

/** What one person proposes alone, all accepted, is what they would have written. */
export function proposeAlone(list: readonly Act[]): void {
  // Places are those of one text: each act is made on a page where the one before is accepted.
  const page = pageOf('Le comité se réunit à belle ville.')
  const [suggests, writes] = [new Desk(page, people[0] ?? ''), new Desk(page, people[1] ?? '', false)]
  for (const one of list) {
    act(suggests, one)
    act(writes, one)
    suggests.suggests = false
    suggests.settle(true)
    suggests.suggests = true
    assert.equal(suggests.state.doc.textContent, writes.state.doc.textContent)
  }
}

/** One types while the two others suggest: their words are in the page, and refusing all leaves exactly what they wrote. */
export function writeBeside(list: readonly Act[], way: Way): void {
  const page = pageOf(PAGE)
  const host = new Host(page)
  const desks = people.map((id, index) => new Desk(page, id, index > 0, clientOf(index, way)))
  let words = ''
  const sync = (desk: Desk): void => {
    assert.equal(way.isEach ? host.takeEach(desk) : host.take(desk), true, host.refused.join())
    host.give(desk)
  }
  for (const [index, one] of list.entries()) {
    const desk = desks[one.who]
    if (!desk) continue
    if (one.kind === 'sync') sync(desk)
    else if (one.who > 0) act(desk, one)
    else if (one.kind === 'type') {
      put(desk, one.at)
      const { head } = desk.state.selection
      const { $head } = desk.state.selection
      // In what is only proposed, a writer's words are only proposed too.
      const isProposed = Array.from({ length: $head.depth }, (_, i) => $head.node(i + 1).attrs['suggested']).some(
        Boolean,
      )
      if ($head.marks().length > 0 || isProposed) continue
      // One letter each, so that none is divided by another.
      const token = String.fromCodePoint(0x3b1 + index)
      desk.run(({ tr }) => tr.insertText(token, head))
      words += ` ${token}`
    }
  }
  for (const desk of [...desks, ...desks]) sync(desk)
  const read = markdownOf(host.doc)
  for (const token of words.trim().split(' ')) assert.ok(read.includes(token), `${token} in ${read}`)
  const editor = new Desk(host.doc, people[0] ?? '', false)
  editor.settle(false)
  assert.equal(markdownOf(editor.doc), read)
}
