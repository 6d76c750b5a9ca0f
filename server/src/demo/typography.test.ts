import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { french } from './typography.ts'

// Shown as ~ (U+202F) and _ (U+00A0), since nobody sees them otherwise.
const shown = (text: string): string => french(text).replaceAll('\u202F', '~').replaceAll('\u00A0', '_')

test('double signs and guillemets get their no-break space', () => {
  assert.equal(shown('« Quoi ? » Non ; oui : voilà !'), '«~Quoi~?~» Non~; oui_: voilà~!')
  assert.equal(shown('« **Quoi** » : *lui* ?'), '«~**Quoi**~»_: *lui*~?')
})

test('numbers do not break', () => {
  assert.equal(shown('80 000 habitants, 41 %, 18 h 12, 40 €'), '80~000 habitants, 41~%, 18_h_12, 40_€')
  assert.equal(shown('de 3 à 9, en 2026, 12 400'), 'de 3 à 9, en 2026, 12~400')
})

test('code, link targets, images and Markdown markers are left alone', () => {
  const untouched = [
    '`a ? b : c`',
    '```\nx ; y ! z\n```',
    '[lien](page:cle)',
    'une ![image](/i.png)',
    '| --- | ---: |',
    '::: tip Conseil\n:::',
  ]
  for (const text of untouched) assert.equal(french(text), text)
  assert.equal(shown('« [lien](page:cle) » ? [b](page:b) : oui'), '«~[lien](page:cle)~»~? [b](page:b)_: oui')
})

test('applying it twice changes nothing', () => {
  const piece = fc.constantFrom(
    '« ',
    ' »',
    ' ?',
    ' ;',
    ' !',
    ' :',
    ' %',
    ' h ',
    '12',
    '000',
    ' ',
    'mot',
    '\n',
    '`',
    '](x)',
    '*',
    '|',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const once = french(pieces.join(''))
      assert.equal(french(once), once)
    }),
  )
})
