import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Category, Edition, Entry, Phase } from './api.ts'
import { askingOfCategory, askingOfEdition, categoryBody, editionBody, sharesOf, startOf } from './asking.ts'
import { byCategory, countBy, eligibleOf } from './entry-filters.ts'
import { noticesOf } from './notices.ts'
import { emptyCategories, obstaclesTo, sortEditions, stepsOf } from './phases.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const later = (hours: number): string => new Date(NOW.getTime() + hours * 3_600_000).toISOString()

const category = (id: string, rest: Partial<Category> = {}): Category => ({
  id,
  name: `Catégorie ${id}`,
  question: 'Quel projet ?',
  method: 'majority-judgment',
  criteria: [],
  mostPoints: 20,
  medals: ['Or', 'Argent'],
  leastJurors: 3,
  byTeam: false,
  team: [],
  entries: 0,
  voteId: null,
  recused: 'no',
  drawn: null,
  can: { draw: false, replace: false },
  ...rest,
})

const edition = (phase: Phase, rest: Partial<Edition> = {}): Edition => ({
  id: `e-${phase}`,
  name: 'Les Hashtags',
  year: 2026,
  partner: '',
  text: '',
  html: '',
  scope: 'category',
  phase,
  callClosesAt: null,
  juryClosesAt: null,
  embargoAt: null,
  publishedAt: null,
  calledAt: null,
  categories: [],
  can: {
    change: true,
    run: true,
    judge: true,
    shortlist: true,
    recuse: true,
    setRules: true,
    setEmbargo: true,
    advance: [],
    enter: false,
    declare: false,
    deliberate: false,
    readPalmares: false,
  },
  ...rest,
})

const entry = (id: string, rest: Partial<Entry> = {}): Entry => ({
  id,
  categoryId: 'a',
  title: id,
  organisation: '',
  html: '',
  link: '',
  submittedAt: later(-1),
  verdict: 'pending',
  verdictReason: null,
  askedCategoryId: null,
  shortlisted: false,
  optionId: null,
  withdrawn: null,
  contact: null,
  can: { judge: true, withdraw: false },
  ...rest,
})

describe('the phases of an edition', () => {
  it('are steps of which one is current, until it is published', () => {
    const states = (phase: Phase): string =>
      stepsOf(edition(phase))
        .map(({ state }) => state[0])
        .join('')
    assert.equal(states('prepared'), 'ctttttt')
    assert.equal(states('jury'), 'ddddctt')
    assert.equal(states('sealed'), 'ddddddc')
    assert.equal(states('published'), 'ddddddd')
    assert.equal(states('archived'), 'ddddddd')
  })
  it('carry the instant of the publication that holds: the seal may have moved it', () => {
    const found = stepsOf(edition('sealed', { embargoAt: later(1), publishedAt: later(2) })).at(-1)
    assert.equal(found?.at, later(2))
  })
  it('put what is over into the archive', () => {
    const all = [edition('call'), edition('jury'), edition('published'), edition('archived')]
    assert.deepEqual(
      sortEditions(all).past.map(({ phase }) => phase),
      ['published', 'archived'],
    )
  })
})

describe('what other screens say of the award', () => {
  const mine = { ...edition('call').can, run: false, judge: false }
  const jury = (id: string, ...voteIds: (string | null)[]): Edition =>
    edition('jury', {
      id,
      can: mine,
      categories: voteIds.map((voteId, index) => category(`${id}${index}`, { voteId })),
    })
  const said = (editions: Edition[], ...waiting: string[]): string[] =>
    noticesOf(editions, new Set(waiting)).map((notice) =>
      notice.says === 'ballots' ? `${notice.edition.id}: ${notice.count}` : `${notice.edition.id}: ${notice.says}`,
    )

  it('leads to the older edition, where the reader votes, and not to a newer one, which others judge', () => {
    assert.deepEqual(said([jury('new', null), jury('old', 'a', 'b', null)], 'a', 'b', 'other'), ['old: 2'])
  })
  it('names every edition that awaits the reader, and those alone', () => {
    const call = edition('call', { can: mine })
    assert.deepEqual(said([call, jury('new', 'a'), jury('old', 'b')], 'a', 'b'), ['new: 1', 'old: 1'])
    assert.deepEqual(said([jury('new', 'a'), jury('old', 'b')], 'b'), ['old: 1'])
  })
  it('says calmly to who has voted that they are up to date, and nothing of juries without them', () => {
    assert.deepEqual(said([jury('new', null), jury('old', 'b')]), ['old: upToDate'])
    assert.deepEqual(said([jury('new', null)]), [])
    assert.deepEqual(said([edition('prepared'), edition('published')]), [])
    assert.deepEqual(said([edition('sealed', { can: mine })]), ['e-sealed: phase'])
  })
  it('leads the office to what it decides, unless it has a conflict of interest there', () => {
    const deliberating = edition('deliberation', { can: { ...mine, run: true, deliberate: true } })
    const eligible = edition('eligibility', { can: { ...mine, run: true, advance: ['shortlist'] } })
    assert.deepEqual(said([deliberating, eligible]), ['e-deliberation: office', 'e-eligibility: office'])
    assert.deepEqual(said([edition('deliberation', { can: { ...mine, run: true } })]), ['e-deliberation: phase'])
    assert.deepEqual(said([{ ...jury('new', null), can: { ...mine, run: true } }]), ['new: phase'])
  })
})

describe('what stands in the way of the next phase', () => {
  it('of the call: a category, and a close that is to come', () => {
    assert.deepEqual(obstaclesTo('call', edition('prepared'), undefined, NOW), ['categories', 'callDate'])
    const late = edition('prepared', { categories: [category('a')], callClosesAt: later(-1) })
    assert.deepEqual(obstaclesTo('call', late, undefined, NOW), ['callPast'])
    assert.deepEqual(obstaclesTo('call', { ...late, callClosesAt: later(1) }, undefined, NOW), [])
  })
  it('of the shortlists: an entry that is not decided', () => {
    const here = edition('eligibility')
    assert.deepEqual(obstaclesTo('shortlist', here, [entry('x')], NOW), ['pending'])
    assert.deepEqual(obstaclesTo('shortlist', here, [entry('x', { verdict: 'rejected' })], NOW), [])
  })
  it('of the juries: something nominated, and a day at least', () => {
    const here = edition('shortlist', { categories: [category('a'), category('b')], juryClosesAt: later(23) })
    const nominated = [entry('x', { verdict: 'eligible', shortlisted: true })]
    assert.deepEqual(obstaclesTo('jury', here, [], NOW), ['shortlists', 'jurySoon'])
    assert.deepEqual(obstaclesTo('jury', { ...here, juryClosesAt: null }, nominated, NOW), ['juryDate'])
    assert.deepEqual(obstaclesTo('jury', { ...here, juryClosesAt: later(25) }, nominated, NOW), [])
    assert.deepEqual(emptyCategories(here, nominated), ['Catégorie b'])
  })
})

describe('the entries', () => {
  const all = [
    entry('x', { verdict: 'eligible' }),
    entry('y', { categoryId: 'b' }),
    entry('z', { verdict: 'rejected' }),
    entry('w', { categoryId: 'b', verdict: 'eligible' }),
  ]
  it('are counted by what is decided, and shown by category in its order', () => {
    assert.deepEqual(countBy(all), { all: 4, pending: 1, eligible: 2, rejected: 1 })
    const shown = byCategory([category('b'), category('a')], all, 'eligible')
    assert.deepEqual(
      shown.map(({ category, entries }) => [category.id, ...entries.map(({ id }) => id)]),
      [
        ['b', 'w'],
        ['a', 'x'],
      ],
    )
  })
  it('can be nominated once they are eligible, in their own category', () => {
    assert.deepEqual(
      eligibleOf(all, 'a').map(({ id }) => id),
      ['x'],
    )
  })
})

describe('the forms of the office', () => {
  it('begin with the name of the last edition and the year after it', () => {
    assert.deepEqual(startOf([edition('jury'), edition('published', { year: 2025, name: 'Avant' })], 'Neuf', NOW), {
      name: 'Les Hashtags',
      year: 2027,
    })
    assert.deepEqual(startOf([], 'Neuf', NOW), { name: 'Neuf', year: 2026 })
  })
  it('send dates as instants, and leave one alone whose seconds a field does not show', () => {
    const closes = '2026-12-01T17:30:42.000Z'
    const before = edition('prepared', { callClosesAt: closes })
    const asking = askingOfEdition(before, before)
    assert.equal(editionBody(asking, before).callClosesAt, closes)
    assert.equal(editionBody(asking, before).juryClosesAt, null)
    const local = new Date(2026, 11, 24, 18, 0)
    assert.equal(editionBody({ ...asking, embargoAt: '2026-12-24T18:00' }, before).embargoAt, local.toISOString())
  })
  it('send criteria with a grid alone, and a team where a team judges', () => {
    const person = { id: 'p', name: 'P', portraitUrl: null }
    const asking = askingOfCategory(
      category('a', {
        method: 'grid',
        criteria: [{ id: 'c1', label: 'Preuve', weight: 2 }],
        byTeam: true,
        team: [person],
      }),
      [],
    )
    assert.deepEqual(categoryBody(asking).criteria, [{ label: 'Preuve', weight: 2 }])
    assert.deepEqual(categoryBody(asking).team, ['p'])
    const other = categoryBody({ ...asking, method: 'majority-judgment', byTeam: false })
    assert.deepEqual([other.criteria, other.team], [[], []])
  })
  it('say what share of the mean a criterion has, whatever is typed', () => {
    assert.deepEqual(sharesOf([{ weight: '2' }, { weight: '1' }, { weight: '1' }]), [50, 25, 25])
    assert.deepEqual(sharesOf([{ weight: '' }, { weight: 'x' }]), [0, 0])
    assert.deepEqual(sharesOf([{ weight: '1' }, { weight: '-3' }]), [100, 0])
  })
})
