import assert from 'node:assert/strict'
import { test } from 'node:test'
import { format } from '../../../i18n/message.ts'
import { typesetAll } from '../../../i18n/typeset.ts'
import type { Result, Vote } from '../api.ts'
import { fr } from '../texts/fr.ts'
import type { SayHere } from '../texts/say.ts'
import { columnsOf } from './dot-columns.ts'
import { sayValue } from './say-value.ts'
import { namesOf, placesOf, sayTally, sayWinner } from './tally-sentences.ts'

const texts = typesetAll(fr)
const t: SayHere = (key: string, ...[values]: [Record<string, string | number>?]) =>
  format((texts as Record<string, (typeof texts)[keyof typeof texts]>)[key] ?? key, values ?? {}, 'fr')
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

const options = [
  { id: 'r', label: 'Rennes' },
  { id: 'n', label: 'Nantes' },
  { id: 'b', label: 'Brest' },
]
const names = namesOf({ options })
const closed: Result = {
  voteId: 'v1',
  outcome: 'adopted',
  roll: 48,
  voters: 12,
  expressed: 10,
  yes: 0,
  no: 0,
  abstain: 1,
  blank: 1,
  vetoes: 0,
  numerator: 0,
  denominator: 0,
  base: 'expressed',
  threshold: { numerator: 1, denominator: 2 },
  comparator: '>',
  quorum: { numerator: 1, denominator: 4 },
  quorumMet: true,
  tally: null,
  winner: 'r',
  withheld: false,
  ballots: [],
  exports: [],
}
const turnout = [
  '12 personnes sur 48 ont voté, soit 25 %, dont 1 abstention et 1 vote blanc.',
  '10 suffrages exprimés : c’est la base du décompte.',
  'Le quorum de 12 voix est atteint.',
]
const said = (result: Partial<Result>): string[] => {
  const of = { ...closed, ...result }
  return [sayWinner(of, names, t, 'fr'), ...sayTally(of, names, t, 'fr')].map(plain)
}
const ranking = [['r'], ['n', 'b']]

test('vote criterion 3: a majority judgment is said with its numerator, its denominator, its base and the participation', () => {
  const counts = (...all: number[]) => all
  const tally: Result['tally'] = {
    method: 'majority-judgment',
    ranking,
    grades: ['À rejeter', 'Passable', 'Bien', 'Excellent'],
    options: [
      { id: 'r', counts: counts(1, 2, 4, 3), judges: 10, median: 2 },
      { id: 'n', counts: counts(5, 5, 0, 0), judges: 10, median: 0 },
      { id: 'b', counts: counts(5, 5, 0, 0), judges: 10, median: 0 },
    ],
    unranked: [],
  }
  assert.deepEqual(said({ tally }), [
    '« Rennes » l’emporte.',
    'Sa mention majoritaire est « Bien » : 7 personnes sur 10, soit 70 %, donnent à « Rennes » au moins cette mention.',
    ...turnout,
  ])
})

test('vote criterion 3: so are approvals, points, rounds, duels and the middle number', () => {
  const scores = [
    { id: 'r', votes: 7 },
    { id: 'n', votes: 2 },
    { id: 'b', votes: 2 },
  ]
  const cases: [Result['tally'], string][] = [
    [
      { method: 'approval', ranking, scores, ballots: 11, blank: 1 },
      '7 bulletins sur 10 approuvent « Rennes », soit 70 % des suffrages exprimés.',
    ],
    [
      { method: 'score', ranking, max: 10, scores: [{ id: 'r', sum: 57, ballots: 10 }] },
      '« Rennes » reçoit 57 points sur 100 possibles, soit 57 %.',
    ],
    [
      { method: 'irv', ranking, rounds: [{ counts: scores, exhausted: 0, eliminated: null, tie: 'none' }] },
      'Au tour 1, « Rennes » réunit 7 bulletins sur 11 encore en jeu, soit 63,6 %.',
    ],
    [
      {
        method: 'schulze',
        ranking,
        options: ['r', 'n', 'b'],
        preferences: [
          [0, 6, 7],
          [4, 0, 5],
          [3, 5, 0],
        ],
        paths: [],
      },
      '« Rennes » gagne chacun de ses duels.',
    ],
    [
      {
        method: 'schulze',
        ranking,
        options: ['r', 'n', 'b'],
        preferences: [
          [0, 6, 4],
          [4, 0, 7],
          [6, 3, 0],
        ],
        paths: [],
      },
      'Aucune option ne gagne tous ses duels : « Rennes » passe devant « Brest » par des chemins de victoires plus forts.',
    ],
  ]
  for (const [tally, why] of cases) assert.deepEqual(said({ tally }), ['« Rennes » l’emporte.', why, ...turnout])
  const values = [
    { value: 9_000, votes: 4 },
    { value: 12_000, votes: 3 },
    { value: 20_000, votes: 3 },
  ]
  assert.deepEqual(said({ winner: null, tally: { method: 'median', value: 12_000, unit: '€', values } }), [
    '12 000 € : c’est le nombre retenu.',
    'Sur 10 propositions, 7 sont à 12 000 € ou moins et 6 à 12 000 € ou plus.',
    ...turnout,
  ])
})

test('a tie is said, and nothing is said to have won', () => {
  const tally: Result['tally'] = { method: 'approval', ranking: [['r', 'b'], ['n']], scores: [], ballots: 10, blank: 0 }
  assert.equal(
    said({ winner: null, outcome: 'rejected', tally })[0],
    '« Rennes » et « Brest » sont à égalité : aucune option ne l’emporte seule.',
  )
  assert.equal(said({ winner: null, outcome: 'no_ballot', voters: 0, expressed: 0 })[0], 'Personne n’a voté.')
  assert.equal(
    said({ winner: null, outcome: 'rejected', expressed: 0, tally })[0],
    'Aucun bulletin n’a choisi : rien n’est décidé.',
  )
})

test('after two ex æquo at 1 comes 3', () => {
  assert.deepEqual(placesOf([['r', 'b'], ['n']]), [
    { place: 1, ids: ['r', 'b'] },
    { place: 3, ids: ['n'] },
  ])
})

test('a ballot is said in one line', () => {
  const rules = { grades: ['À rejeter', 'Passable', 'Bien'], number: { min: 0, max: 9, unit: '€' } } as Vote['rules']
  const line = (value: Parameters<typeof sayValue>[0]): string => plain(sayValue(value, { options, rules }, t, 'fr'))
  assert.equal(line({ grades: { r: 2, b: 0 } }), 'Rennes : Bien · Brest : À rejeter')
  assert.equal(line({ ranking: [['b'], ['r', 'n']] }), '« Brest », puis « Rennes » et « Nantes »')
  assert.equal(line({ approved: ['n', 'b'] }), '« Nantes » et « Brest »')
  assert.equal(line({ number: 1_200 }), '1 200 €')
})

test('numbers that would lie over each other share a column of dots', () => {
  const { columns, tallest, low, high } = columnsOf([
    { value: 0, votes: 1 },
    { value: 1, votes: 2 },
    { value: 1_000, votes: 4 },
  ])
  assert.deepEqual(columns, [
    { share: 0, votes: 3, values: [0, 1] },
    { share: 100, votes: 4, values: [1_000] },
  ])
  assert.deepEqual({ tallest, low, high }, { tallest: 4, low: 0, high: 1_000 })
  assert.deepEqual(columnsOf([{ value: 7, votes: 3 }]).columns, [{ share: 50, votes: 3, values: [7] }])
})
