import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitBlock, joinBackward, setBlockType } from '@tiptap/pm/commands'
import { inPlace } from './write-into.ts'
import { command, Desk, Host, markdownOf, pageOf, schema, show } from './workbench.ts'

const nadia = '0190a0b0-0000-7000-8000-00000000000a'
const luc = '0190a0b0-0000-7000-8000-00000000000b'

const enter = command(splitBlock)

/** One person proposes; the server must take it, and nothing may change for who reads. */
function alone(markdown: string, act: (desk: Desk) => void): { desk: Desk; host: Host } {
  const page = pageOf(markdown)
  const before = markdownOf(page)
  const [host, desk] = [new Host(page), new Desk(page, nadia)]
  act(desk)
  assert.equal(host.take(desk), true, host.refused.join())
  assert.equal(markdownOf(host.doc), before)
  assert.equal(markdownOf(desk.doc), before)
  return { desk, host }
}
function settled(desk: Desk, accept: boolean): string {
  const other = new Desk(desk.doc, luc, false)
  other.settle(accept)
  return markdownOf(other.doc)
}

test('what one types is added, what one deletes is marked', () => {
  const { desk } = alone('Le comité se réunit.', (one) => {
    one.at(one.find('se')).type('ne ')
    one.at(one.find('unit'), one.find('unit') + 4).backspace()
  })
  assert.equal(show(desk.state.doc), '(Le comité +ne +se ré-unit-.)')
  assert.equal(settled(desk, true), 'Le comité ne se ré.')
  assert.equal(settled(desk, false), 'Le comité se réunit.')
})

test('the second of two equal letters is the one that was typed second', () => {
  const { desk } = alone('bele des des', (one) => {
    one.at(one.find('ele') + 1).type('l')
    one.at(one.find('des')).type('des ')
    one.backspace(2).type('es ')
    one.at(one.find('des')).backspace().type(' ')
  })
  assert.equal(settled(desk, false), 'bele des des')
})

test('what one had proposed oneself really goes', () => {
  const { desk } = alone('abc', (one) => one.at(3).type('xyz').backspace(2))
  assert.equal(show(desk.state.doc), '(ab+x+c)')
  desk.backspace(2)
  assert.equal(show(desk.state.doc), '(a-b-c)')
})

test('Backspace goes on to the left, Delete to the right, and a selection is replaced', () => {
  const { desk } = alone('abcdef', (one) => {
    one.at(4).backspace(2)
    one.run(({ tr, selection }) => tr.delete(selection.from + 2, selection.from + 3))
  })
  assert.equal(show(desk.state.doc), '(a-bcd-ef)')
  const replaced = alone('un mot ici', (one) => one.at(4, 7).type('texte')).desk
  assert.equal(show(replaced.state.doc), '(un -mot-+texte+ ici)')
  assert.equal(settled(replaced, true), 'un texte ici')
})

test('paragraphs are divided and joined', () => {
  const divided = alone('abcdef\n\nghi', (one) => one.at(4).run(enter))
  assert.equal(show(divided.desk.state.doc), '(abc+¶+def) (ghi)')
  divided.desk.type('x')
  assert.equal(settled(divided.desk, true), 'abc\n\nxdef\n\nghi')
  const joined = alone('abc\n\ndef', (one) => one.at(6).run(command(joinBackward)))
  assert.equal(show(joined.desk.state.doc), '(abc¦) (def)')
  assert.equal(settled(joined.desk, true), 'abcdef')
  assert.equal(settled(joined.desk, false), 'abc\n\ndef')
})

test('text across paragraphs goes, and whole blocks come and go', () => {
  const across = alone('abc\n\ndef\n\nghi', (one) => one.at(3, 12).backspace()).desk
  assert.equal(show(across.state.doc), '(ab-c-¦) (-def-¦) (-g-hi)')
  assert.equal(settled(across, true), 'abhi')
  assert.equal(settled(across, false), 'abc\n\ndef\n\nghi')
  const heading = alone('abc\n\ndef', (one) =>
    one.at(7).run(command(setBlockType(schema.nodes['heading']!, { level: 2 }))),
  ).desk
  assert.equal(show(heading.state.doc), '(abc) {del}(def) {ins}heading(def)')
  assert.equal(settled(heading, true), 'abc\n\n## def')
  const rule = alone('abc\n\n***\n\ndef', (one) => one.run(({ tr }) => tr.delete(5, 6))).desk
  assert.equal(settled(rule, true), 'abc\n\ndef')
  const added = alone('abc\n\ndef', (one) =>
    one.run(({ tr }) => tr.insert(5, schema.nodes['horizontalRule']!.create())),
  ).desk
  assert.equal(settled(added, true), 'abc\n\n***\n\ndef')
  assert.equal(settled(added, false), 'abc\n\ndef')
})

test('own words within a stretch that goes are the ones that go, also where a letter beside them is the same', () => {
  const { desk } = alone('Le comité se réunit.\n\nbelle', (one) => {
    one.at(12).type('eb')
    one.run(({ tr }) => tr.deleteRange(3, 25))
  })
  assert.equal(settled(desk, false), 'Le comité se réunit.\n\nbelle')
})

test('emphasis is not proposed, except in what one proposes', () => {
  const desk = new Desk(pageOf('abc'), nadia)
  assert.equal(
    desk.run(({ tr }) => tr.addMark(1, 3, schema.mark('bold'))),
    'format',
  )
  desk.at(4).type('xy')
  assert.equal(
    desk.run(({ tr }) => tr.addMark(4, 6, schema.mark('bold'))),
    undefined,
  )
  assert.equal(settled(desk, true), 'abc**xy**')
})

test('an item of a list is divided as Enter does it', () => {
  const { desk } = alone('- un\n- deux', (one) => one.at(one.find('deux') + 2).run(enter))
  assert.equal(settled(desk, true), '- un\n- de\n- ux')
})

test('lists, tables and images are proposed as whole blocks', () => {
  const list = alone('abc', (one) =>
    one.run(({ tr, doc }) =>
      tr.replaceWith(
        0,
        doc.content.size,
        schema.nodes['bulletList']!.create(null, schema.nodes['listItem']!.create(null, doc.firstChild)),
      ),
    ),
  ).desk
  assert.equal(settled(list, true), '- abc')
  assert.equal(settled(list, false), 'abc')
  const all = alone('abc\n\n***\n\ndef', (one) => one.run(({ tr, doc }) => tr.delete(0, doc.content.size))).desk
  assert.equal(settled(all, true), '')
})

test('an undo takes a proposal back, and what is left is a proposal', () => {
  const { desk, host } = alone('abc def', (one) => one.at(4).type('xyz').backspace(1))
  for (let i = 0; i < 6 && desk.undo.canUndo(); i += 1) {
    desk.undo.undo()
    assert.equal(host.take(desk), true, host.refused.join())
  }
  desk.load()
  assert.equal(show(desk.state.doc), '(abc def)')
})

test('typed into a suggestion while a writer accepts it: it stays a suggestion', () => {
  const page = pageOf('abc def')
  const [host, one, other] = [new Host(page), new Desk(page, nadia), new Desk(page, luc, false)]
  one.at(4).type('xy')
  host.take(one)
  host.give(other)
  other.settle(true)
  one.type('z')
  assert.ok(host.take(other) && host.take(one), host.refused.join())
  assert.equal(markdownOf(host.doc), 'abcxy def')
  host.give(one)
  assert.equal(show(one.state.doc), '(abcxy+z+ def)')
})

test('typing of a writer within a suggestion that its author deletes at once: nothing else is hidden', () => {
  const page = pageOf('abc def')
  const [host, one, other] = [new Host(page), new Desk(page, nadia), new Desk(page, luc, false)]
  one.at(4).type('xyz')
  host.take(one)
  host.give(other)
  other.at(5).type('W')
  one.at(4, 7).backspace()
  assert.ok(host.take(other) && host.take(one), host.refused.join())
  assert.equal(markdownOf(host.doc), 'abc def')
  host.give(one)
  assert.equal(show(one.state.doc), '(abc+W+ def)')
})

test('blocks on both sides of one in which a colleague types are accepted at that moment: their words stay', () => {
  const page = pageOf('abc\n\ndef\n\nghi\n\njkl')
  const [host, one, other] = [new Host(page), new Desk(page, nadia), new Desk(page, luc, false)]
  for (const at of [6, 1]) {
    one.run(({ tr, doc }) =>
      tr.setNodeMarkup(doc.resolve(at).before(1), schema.nodes['heading'], { level: 2, suggested: null }),
    )
  }
  host.take(one)
  host.give(other)
  const typing = new Desk(host.doc, nadia, false)
  typing.at(typing.find('ghi') + 3).type('W')
  other.settle(true)
  assert.ok(host.take(other) && host.take(typing), host.refused.join())
  assert.equal(markdownOf(host.doc), '## abc\n\n## def\n\nghiW\n\njkl')
})

test('one check is cheap on a long page', () => {
  const paragraph =
    'Un paragraphe de la méthode, avec ce qu’il faut de mots pour faire trois lignes sur un écran ordinaire, et un peu plus. '
  const page = pageOf(Array.from({ length: 100 }, () => paragraph.repeat(3).slice(0, 300)).join('\n\n'))
  const [host, one] = [new Host(page), new Desk(page, nadia)]
  const updates: Uint8Array[] = []
  one.doc.on('update', (update: Uint8Array) => updates.push(update))
  one.at(5_000).type('Cent frappes au clavier, une par une, pour mesurer ce que coûte un regard.')
  const start = performance.now()
  for (const update of updates) host.takeUpdate(one.key, update)
  const each = (performance.now() - start) / updates.length
  console.log(`guard: ${each.toFixed(3)} ms a keystroke on a page of 30,000 characters`)
  assert.equal(host.refused.length, 0)
})

test('what a writer pastes into the middle of a suggestion is part of it; what they type into struck words stays', () => {
  const { desk } = alone('abc def', (one) => {
    one.at(4).type('xyz')
    one.at(8, 11).backspace()
  })
  const into = (at: number): string => {
    const { state } = desk
    const tr = state.tr.replaceWith(
      at,
      at,
      schema.text(
        'W',
        state.doc
          .resolve(at)
          .marks()
          .filter(({ type }) => type.name === 'deletion'),
      ),
    )
    const after = state.apply(tr)
    const mended = inPlace([tr], after)
    return show((mended ? after.apply(mended) : after).doc)
  }
  assert.equal(show(desk.state.doc), '(abc+xyz+ -def-)')
  assert.equal(into(5), '(abc+xWyz+ -def-)')
  assert.equal(into(10), '(abc+xyz+ -de-W-f-)')
  assert.equal(into(2), '(aWbc+xyz+ -def-)')
})
