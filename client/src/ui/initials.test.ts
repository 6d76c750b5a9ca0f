import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERSON_COLORS, personColor } from '@cenacle/contract/person-color'
import { initials } from './initials.ts'

test('initials of names as people write them', () => {
  assert.equal(initials('Maëlle Bourdin'), 'MB')
  assert.equal(initials('Élodie de la Tour'), 'ÉT')
  assert.equal(initials('Jean-Marc Ollivier'), 'JO')
  assert.equal(initials('Cher'), 'C')
  assert.equal(initials(' 🦊 '), '🦊')
})

test('colours are spread and stable', () => {
  const seen = new Map<number, number>()
  for (let i = 0; i < 800; i += 1) {
    const color = personColor(`0192f0c1-7a00-7000-8000-${String(i).padStart(12, '0')}`)
    seen.set(color, (seen.get(color) ?? 0) + 1)
  }
  assert.equal(seen.size, PERSON_COLORS)
  assert.ok(Math.min(...seen.values()) > 40, 'one colour is too rare')
  assert.equal(personColor('a'), personColor('a'))
})
