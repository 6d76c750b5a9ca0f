import assert from 'node:assert/strict'
import { test } from 'node:test'
import { format } from './message.ts'

const things = { zero: 'Rien', one: '{count} chose de {name}', other: '{count} choses de {name}' }

test('plural forms follow the language', () => {
  assert.equal(format(things, { count: 0, name: 'Inès' }, 'fr'), 'Rien')
  assert.equal(format(things, { count: 1, name: 'Inès' }, 'fr'), '1 chose de Inès')
  assert.equal(format({ one: '{count} seat', other: '{count} seats' }, { count: 0 }, 'en'), '0 seats')
  assert.equal(format({ one: '{count} siège', other: '{count} sièges' }, { count: 0 }, 'fr'), '0 siège')
})

test('numbers are written as the language does and never break', () => {
  assert.equal(format('{count} habitants', { count: 80000 }, 'fr'), '80\u202f000 habitants')
  assert.equal(format('{count} people', { count: 80000 }, 'en'), '80,000 people')
})

test('a value is never read as a template', () => {
  assert.equal(format('« {title} »', { title: '{count} $& $1' }, 'fr'), '« {count} $& $1 »')
})
