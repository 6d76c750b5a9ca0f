import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Category, Content } from '../api.ts'
import { changesOf } from './changes.ts'

const nominee = (id: string, organisation = `Ville ${id}`) => ({ id, title: `Dossier ${id}`, organisation })
const category: Category = {
  id: 'c',
  name: 'Vidéo',
  question: 'Lequel ?',
  method: 'majority-judgment',
  voteId: 'v',
  roll: 3,
  voters: 3,
  blank: 0,
  options: { o1: 'a', o2: 'b', o3: 'c' },
  nominees: ['a', 'b', 'c'].map((id) => nominee(id)),
  tally: { method: 'majority-judgment', ranking: [['o1', 'o2'], ['o3']], grades: [], options: [], unranked: [] },
  ties: [],
  withheld: [],
  levels: [
    { medal: 'Or', winners: [nominee('a'), nominee('b')], withheld: false },
    { medal: 'Argent', winners: [], withheld: false },
    { medal: 'Bronze', winners: [nominee('c')], withheld: false },
  ],
}
const content = (changed: Partial<Category> = {}): Content => ({
  edition: { id: 'e', name: 'Prix', year: 2026, partner: '' },
  embargoAt: '2026-12-12T10:00:00Z',
  categories: [{ ...category, ...changed }],
})

test('a name that is corrected is one change, wherever it stands', () => {
  const corrected = nominee('c', 'Ville de Saint-Chéron')
  const after = content({
    nominees: [nominee('a'), nominee('b'), corrected],
    levels: category.levels.with(2, { medal: 'Bronze', winners: [corrected], withheld: false }),
  })
  assert.deepEqual(changesOf(content(), after), [{ kind: 'name', before: nominee('c'), after: corrected }])
  assert.deepEqual(changesOf(content(), content()), [])
})

test('an order given to a tie is told with its reason, and each medal that another has now', () => {
  const after = content({
    ties: [{ order: ['b', 'a'], reason: 'Portée.' }],
    levels: [
      { medal: 'Or', winners: [nominee('b')], withheld: false },
      { medal: 'Argent', winners: [nominee('a')], withheld: false },
      { medal: 'Bronze', winners: [], withheld: true },
    ],
    withheld: [{ medal: 'Bronze', reason: 'Hors sujet.' }],
  })
  const said = changesOf(content(), after).map((change) =>
    change.kind === 'medal'
      ? [change.medal, change.before.titles.length, change.after.titles.join(), change.after.withheld]
      : change.kind === 'tie'
        ? [change.before, change.after?.titles.join()]
        : [change.kind, change.after],
  )
  assert.deepEqual(said, [
    ['Or', 2, 'Dossier b', false],
    ['Argent', 0, 'Dossier a', false],
    ['Bronze', 1, '', true],
    [undefined, 'Dossier b,Dossier a'],
    ['withheld', 'Hors sujet.'],
  ])
})
