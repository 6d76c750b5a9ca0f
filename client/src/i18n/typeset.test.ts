import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messages as fr } from './fr.ts'
import { messages as en } from './en.ts'
import { type Message, namesIn } from './message.ts'
import { bindPunctuation, typeset } from './typeset.ts'

const textsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message))

test('typeset sets French spaces, whatever was typed', () => {
  assert.equal(
    typeset('Quoi? Si ! Vrai ; « oui » : 12 h'),
    'Quoi\u202f? Si\u202f! Vrai\u202f; «\u00a0oui\u00a0»\u00a0: 12\u00a0h',
  )
  assert.equal(typeset("l'été... 80 000 habitants"), 'l’été… 80\u202f000 habitants')
  assert.equal(typeset('https://cenacle.fr/?q=a:b'), 'https://cenacle.fr/?q=a:b')
  assert.equal(typeset(typeset('Quoi ? « oui »')), typeset('Quoi ? « oui »'))
})

test('a title that somebody wrote keeps its letters', () => {
  assert.equal(bindPunctuation("L'été : « oui » ?"), "L'été\u00a0: «\u00a0oui\u00a0»\u202f?")
  assert.equal(bindPunctuation('a:b?c'), 'a:b?c')
})

test('every French text is well set', () => {
  for (const [key, message] of Object.entries<Message>(fr)) {
    for (const text of textsOf(message)) {
      assert.doesNotMatch(text, /(^|[^\u202f])[;!?](\s|$)/, `${key}: space before ; ! ? in « ${text} »`)
      assert.doesNotMatch(text, / :|«[^\u00a0]|[^\u00a0]»/, `${key}: : or « » in « ${text} »`)
      assert.doesNotMatch(text, /'|\.\.\.|!/, `${key}: straight apostrophe, dots or exclamation mark in « ${text} »`)
      assert.equal(text, text.trim(), key)
      assert.notEqual(text, '', key)
    }
  }
})

test('English says the same things with the same values', () => {
  assert.deepEqual(Object.keys(en).toSorted(), Object.keys(fr).toSorted())
  for (const [key, message] of Object.entries<Message>(fr)) {
    const english: Message = en[key as keyof typeof en]
    const names = (m: Message): string[] =>
      [...new Set(textsOf(m).flatMap(namesIn))].filter((n) => n !== 'count').toSorted()
    assert.deepEqual(names(english), names(message), `${key}: values differ`)
    assert.equal(typeof english, typeof message, `${key}: plural in one language only`)
  }
})
