import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Show, slideOf, type Staged, type Step, stepOfCategory, stepsOf } from './steps.ts'

const edition = { id: 'e', name: 'Les Hashtags', year: 2026, partner: '' }
const nominee = (title: string) => ({ id: title, title, organisation: `Ville de ${title}` })
/** Levels from the highest: titles, or null where the medal is withheld. */
const category = (name: string, ...levels: (string[] | null)[]): Staged => ({
  id: name,
  name,
  question: 'Lequel ?',
  nominees: levels.flatMap((titles) => (titles ?? []).map(nominee)),
  levels: levels.map((titles, index) => ({
    medal: ['Or', 'Argent', 'Bronze'][index] ?? `${index + 1}`,
    winners: (titles ?? []).map(nominee),
    withheld: titles === null,
  })),
  withheld: levels.flatMap((titles, index) =>
    titles === null ? [{ medal: ['Or', 'Argent', 'Bronze'][index] ?? '', reason: 'Pas de démarche.' }] : [],
  ),
})
const said = (step: Step): string =>
  'level' in step ? `${step.category}.${step.level}` : 'category' in step ? `${step.kind} ${step.category}` : step.kind

const show: Show = {
  edition,
  categories: [
    category('Vidéo', ['Un'], ['Deux'], ['Trois']),
    category('Papier', ['Quatre', 'Cinq'], [], ['Six']),
    category('Radio', ['Sept'], ['Huit'], null),
    category('Rien', [], [], []),
    category('Seul', ['Neuf'], [], []),
  ],
}

describe('the order of the revelations', () => {
  it('goes category by category from the lowest medal to the highest; a level that nobody has is passed over', () => {
    assert.deepEqual(stepsOf(show).map(said), [
      'opening',
      'category 0',
      '0.2',
      '0.1',
      '0.0',
      'category 1',
      '1.2',
      '1.0',
      'category 2',
      '2.2',
      '2.1',
      '2.0',
      'category 3',
      'nobody 3',
      'category 4',
      '4.0',
      'closing',
    ])
    assert.deepEqual(
      [0, 1, 4].map((index) => stepOfCategory(stepsOf(show), index)),
      [1, 5, 14],
    )
  })
  it('shows nothing that comes later, at no step', () => {
    const steps = stepsOf(show)
    for (const [at, step] of steps.entries()) {
      const slide = JSON.stringify(slideOf(show, step))
      for (const later of steps.slice(at + 1)) {
        if (later.kind !== 'level') continue
        for (const { title } of show.categories[later.category]?.levels[later.level]?.winners ?? [])
          assert.ok(!slide.includes(`"${title}"`), `${said(step)} tells ${title} of ${said(later)}`)
      }
    }
  })
  it('keeps what was revealed of the category, and what is to come covered', () => {
    const states = (step: Step) => slideOf(show, step).levels.map(({ state }) => state)
    assert.deepEqual(states({ kind: 'category', category: 0 }), ['covered', 'covered', 'covered'])
    assert.deepEqual(states({ kind: 'level', category: 0, level: 1 }), ['covered', 'given', 'given'])
    assert.deepEqual(states({ kind: 'level', category: 2, level: 1 }), ['covered', 'given', 'withheld'])
    assert.deepEqual(slideOf(show, { kind: 'level', category: 2, level: 2 }).levels[2], {
      state: 'withheld',
      medal: 'Bronze',
      reason: 'Pas de démarche.',
    })
  })
  it('tells that a medal is shared, and which one that leaves empty, only when it is revealed', () => {
    const bronze = slideOf(show, { kind: 'level', category: 1, level: 2 })
    assert.deepEqual([bronze.levels.map(({ state }) => state), bronze.without], [['covered', 'covered', 'given'], []])
    const gold = slideOf(show, { kind: 'level', category: 1, level: 0 })
    assert.deepEqual([gold.levels.map(({ state }) => state), gold.without], [['given', 'empty', 'given'], ['Argent']])
  })
})

describe('levels without a winner', () => {
  it('look as those to come until what is above them is revealed, whoever has too few entries', () => {
    const states = (step: Step) => slideOf(show, step).levels.map(({ state }) => state)
    assert.deepEqual(states({ kind: 'category', category: 4 }), ['covered', 'covered', 'covered'])
    assert.deepEqual(states({ kind: 'level', category: 4, level: 0 }), ['given', 'empty', 'empty'])
    assert.deepEqual(slideOf(show, { kind: 'level', category: 4, level: 0 }).without, [])
  })
})
