import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signIn } from './trigger.ts'

const read = (text: string): string | null => {
  const sign = signIn(text)
  return sign && `${sign.kind} ${sign.query} ${sign.length}`
}

test('a sign opens at the start of a line or behind a space', () => {
  assert.equal(read('/'), 'command  1')
  assert.equal(read('Voir /titre'), 'command titre 6')
  assert.equal(read('/liste à'), 'command liste à 8')
  assert.equal(read('@'), 'person  1')
  assert.equal(read('avec (@Maëlle Br'), 'person Maëlle Br 10')
  assert.equal(read("d'après l'@inès"), 'person inès 5')
  assert.equal(read('lire [[La méthode'), 'page La méthode 12')
})

test('dates, addresses, fractions and mails open nothing', () => {
  for (const text of [
    'et/ou',
    '12/03',
    'https://a.fr',
    'nom@exemple.fr',
    '/ ',
    '/a b c',
    '[[a]]',
    '[a',
    '@a b c d',
    '//',
  ])
    assert.equal(read(text), null, text)
})
