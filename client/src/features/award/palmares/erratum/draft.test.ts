import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Category, Content } from '../api.ts'
import { bodyOf, draftOf } from './draft.ts'

const nominee = (id: string) => ({ id, title: `Dossier ${id}`, organisation: `Ville ${id}` })
const category = (changed: Partial<Category> = {}): Category => ({
  id: 'c',
  name: 'Vidéo',
  question: 'Lequel ?',
  method: 'majority-judgment',
  voteId: 'v',
  roll: 3,
  voters: 3,
  blank: 0,
  options: { o1: 'a', o2: 'b', o3: 'c' },
  nominees: ['a', 'b', 'c'].map(nominee),
  tally: { method: 'majority-judgment', ranking: [['o1', 'o2'], ['o3']], grades: [], options: [], unranked: [] },
  ties: [],
  withheld: [],
  levels: ['Or', 'Argent'].map((medal) => ({ medal, winners: [], withheld: false })),
  ...changed,
})
const content = (changed?: Partial<Category>): Content => ({
  edition: { id: 'e', name: 'Prix', year: 2026, partner: '' },
  embargoAt: '2026-12-12T10:00:00Z',
  categories: [category(changed)],
})

test('a correction says what it changes and nothing else', () => {
  const before = content()
  const [draft] = draftOf(before)
  assert.ok(draft)
  assert.equal(bodyOf(before, [draft], 'Oui.'), undefined)
  const nominees = draft.nominees.with(2, { ...nominee('c'), organisation: 'Ville de Saint-Chéron' })
  assert.deepEqual(bodyOf(before, [{ ...draft, nominees }], 'Oui.'), {
    reason: 'Oui.',
    nominees: [{ ...nominee('c'), organisation: 'Ville de Saint-Chéron' }],
    categories: [],
  })
})

test('a tie that gets an order, and a medal that is withheld, travel with their reasons and all that was decided before', () => {
  const before = content({
    withheld: [{ medal: 'Argent', reason: 'Hors sujet.' }],
    levels: [
      { medal: 'Or', winners: [], withheld: false },
      { medal: 'Argent', winners: [], withheld: true },
    ],
  })
  const [draft] = draftOf(before)
  assert.ok(draft)
  assert.deepEqual(draft.ties, [{ order: ['a', 'b'], isOrdered: false, reason: '' }])
  const ties = [{ order: ['b', 'a'], isOrdered: true, reason: ' Portée. ' }]
  assert.deepEqual(bodyOf(before, [{ ...draft, ties }], 'Oui.')?.categories, [
    {
      id: 'c',
      ties: [{ order: ['b', 'a'], reason: 'Portée.' }],
      withheld: [{ medal: 'Argent', reason: 'Hors sujet.' }],
    },
  ])
  assert.deepEqual(draftOf(content({ voters: 2, blank: 2 }))[0]?.ties, [])
})
