import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quote, quoteSelection, withQuote } from './quote.ts'
import { firstWindow, nextWindow, numberIn, openingNumber, pageOf, previousWindow } from './windows.ts'

const posts = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => ({ number: from + i }))

test('a topic opens at the post of the address, else at the first unread, else at its end when long', () => {
  const read = { postCount: 120, readNumber: 57, unread: 63 }
  assert.equal(openingNumber(read, undefined), 58)
  assert.equal(openingNumber(read, 12), 12)
  assert.equal(openingNumber(read, 999), 120)
  assert.equal(openingNumber({ postCount: 120, readNumber: 0, unread: 120 }, undefined), 1)
  assert.equal(openingNumber({ postCount: 120, readNumber: 120, unread: 0 }, undefined), 120)
  assert.equal(openingNumber({ postCount: 8, readNumber: 8, unread: 0 }, undefined), 1)
})

test('windows follow each other without a gap or a double, in both directions', () => {
  assert.deepEqual(firstWindow(58), { after: 54 })
  assert.deepEqual(firstWindow(1), { after: 0 })
  const first = pageOf({ after: 54 }, { items: posts(55, 74), next: 'more' })
  assert.deepEqual(nextWindow(first), { after: 74 })
  assert.deepEqual(previousWindow(first), { before: 55 })
  const last = pageOf({ after: 100 }, { items: posts(101, 120), next: null })
  assert.equal(nextWindow(last), undefined)
})

test('a page read backwards has what it was read from after it, also where the server has no more before it', () => {
  const page = pageOf({ before: 5 }, { items: posts(1, 4), next: null })
  assert.deepEqual(nextWindow(page), { after: 4 })
  assert.equal(previousWindow(page), undefined)
})

test('an empty answer leads nowhere', () => {
  const page = pageOf({ after: 120 }, { items: [], next: null })
  assert.equal(nextWindow(page), undefined)
  assert.equal(previousWindow(page), undefined)
})

test('only the number of a post is one', () => {
  assert.equal(numberIn('#message-12'), 12)
  for (const hash of ['', '#message-0', '#message-', '#message-1x', '#12', '#message-99999999'])
    assert.equal(numberIn(hash), undefined, hash)
})

test('a quotation keeps its lines, and what was seen stays text', () => {
  assert.equal(quote('Inès :', 'Un\n\ndeux'), '> Inès :\n>\n> Un\n>\n> deux\n\n')
  assert.equal(quoteSelection('Inès :', '*pas* _gras_ #1'), '> Inès :\n>\n> \\*pas\\* \\_gras\\_ \\#1\n\n')
})

test('a quotation goes after what was written', () => {
  assert.equal(withQuote('  ', '> a\n\n'), '> a\n\n')
  assert.equal(withQuote('Merci.\n', '> a\n\n'), 'Merci.\n\n> a\n\n')
})
