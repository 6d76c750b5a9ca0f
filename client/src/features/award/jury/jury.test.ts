import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from './api.ts'
import { concerned, consequenceOf, effectOf, isWhole } from './conflict-rules.ts'
import { editionName } from './edition-name.ts'
import { noWords, readWords, wholeLink, writeWords } from './entry-draft.ts'

test('a conflict takes the whole category where the edition says so, or where it is about all of it', () => {
  assert.equal(isWhole({ scope: 'category' }, 'e1'), true)
  assert.equal(isWhole({ scope: 'entry' }, 'e1'), false)
  assert.equal(isWhole({ scope: 'entry' }, null), true)
  assert.equal(effectOf({ scope: 'entry' }, false), 'conflict.scope.entry')
  assert.equal(effectOf({ scope: 'entry' }, true), 'conflict.scope.whole')
})

test('what becomes of one’s ballot depends on where the edition is', () => {
  assert.equal(consequenceOf({ phase: 'shortlist' }, true), 'conflict.until')
  assert.equal(consequenceOf({ phase: 'jury' }, true), 'conflict.voidCategory')
  assert.equal(consequenceOf({ phase: 'jury' }, false), 'conflict.voidEntry')
  assert.equal(consequenceOf({ phase: 'deliberation' }, false), 'conflict.counted')
})

test('a conflict is about entries of the category: once the jury is open, about those that it judges', () => {
  const entry = (id: string, more: Partial<Entry>) =>
    ({ id, categoryId: 'a', verdict: 'eligible', shortlisted: false, withdrawn: null, ...more }) as Entry
  const entries = [
    entry('kept', { shortlisted: true }),
    entry('not kept', {}),
    entry('rejected', { verdict: 'rejected' }),
    entry('elsewhere', { categoryId: 'b', shortlisted: true }),
    entry('withdrawn', { shortlisted: true, withdrawn: { reason: 'Parti.', at: '' } }),
  ]
  const ids = (phase: 'eligibility' | 'jury') => concerned(entries, 'a', { phase }).map(({ id }) => id)
  assert.deepEqual(ids('eligibility'), ['kept', 'not kept', 'withdrawn'])
  assert.deepEqual(ids('jury'), ['kept'])
})

test('an entry is kept as it was written; nothing is kept of an empty one, nor read out of what is none', () => {
  const words = { ...noWords, title: 'Sept mots', summary: 'Deux lignes\n\net une liste' }
  assert.deepEqual(readWords(writeWords(words)), words)
  assert.equal(writeWords({ ...noWords, summary: ' \n' }), '')
  for (const other of ['', 'null', '[]', '{"title":3}']) assert.deepEqual(readWords(other), noWords, other)
})

test('a link may be typed without what stands in front of it', () => {
  assert.equal(wholeLink(' ville.example/projet '), 'https://ville.example/projet')
  assert.equal(wholeLink('http://ville.example'), 'http://ville.example')
  assert.equal(wholeLink(''), '')
})

test('a year is said once', () => {
  assert.equal(editionName({ name: 'Les Hashtags', year: 2026 }), 'Les Hashtags 2026')
  assert.equal(editionName({ name: 'Les Hashtags 2026', year: 2026 }), 'Les Hashtags 2026')
})
