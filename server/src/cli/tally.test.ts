import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { voteMethod } from '@cenacle/contract/vote'
import { tallyAnswer } from '@cenacle/contract/vote-result'
import { writePreflib } from '@cenacle/tally/preflib-write'
import { voteFile, writeVoteFile } from '@cenacle/tally/vote-file'
import { type BallotValue, METHODS, type Method } from '@cenacle/tally/vote'
import { sha256 } from '../ids.ts'
import { tally } from './tally.ts'

let folder = ''
const file = async (content: string): Promise<string> => {
  const path = join(folder, 'votes')
  await writeFile(path, content)
  return path
}
const run = async (...args: string[]): Promise<unknown> => JSON.parse((await tally(args)).text)
const count = async (method: string, content: string, ...more: string[]) =>
  (await run('--method', method, ...more, await file(content))) as {
    ranking: string[][]
    details: Record<string, unknown>
  }
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tally-'))
})
after(() => rm(folder, { recursive: true }))

const S1 =
  '5: 1,3,2,5,4\n5: 1,4,5,3,2\n8: 2,5,4,1,3\n3: 3,1,2,5,4\n7: 3,1,5,2,4\n2: 3,2,1,4,5\n7: 4,3,5,2,1\n8: 5,2,1,4,3\n'

describe('cenacle tally', () => {
  it('schulze reads PrefLib (S5: ties)', async () => {
    const { ranking, details } = await count('schulze', '3: 1,2,3,4\n2: 3,2,4,1\n2: 4,1,2,3\n2: 4,2,3,1\n')
    assert.deepEqual(ranking, [
      ['2', '4'],
      ['1', '3'],
    ])
    assert.deepEqual(details['options'], ['1', '2', '3', '4'])
  })
  it('irv reads PrefLib and repeats the public draw (S1)', async () => {
    const path = await file(S1)
    await assert.rejects(tally(['--method', 'irv', path]), /2, 5 are level in every round: --nonce and --head/u)
    const { ranking } = await count('irv', S1, '--nonce', '0f', '--head', '0'.repeat(64))
    assert.deepEqual(ranking[0], ['3'])
    await assert.rejects(count('irv', '1: {1,2}'), /equal ranks/u)
  })
  it('majority-judgment reads grade counts, worst first (M1, M3)', async () => {
    const m1 = await count('majority-judgment', '{"a":[1,1,1],"b":[1,0,2],"c":[3,0,0],"d":[2,0,1],"e":[0,3,0]}')
    assert.deepEqual(m1.ranking, [['b'], ['e'], ['a'], ['d'], ['c']])
    const m3 = '[[2,2,2,2,2],[1,2,2,2,2],[0,0,4,0,0],[0,0,0,0,2],[0,0,0,1,1]]'
    const { ranking } = await count('majority-judgment', m3, '--missing', '0')
    assert.deepEqual(ranking, [['1', '2'], ['3'], ['4'], ['5']])
  })
  it('approval reads either', async () => {
    const { ranking, details } = await count('approval', '2: 1,{2,3}\n1: 3\n1:\n')
    assert.deepEqual(ranking, [['3'], ['1', '2']])
    assert.deepEqual([details['ballots'], details['blank']], [4, 1])
    assert.deepEqual((await count('approval', '{"x": [3, 1], "y": [0, 4]}')).ranking, [['y'], ['x']])
  })
  it('score, grid, median and threshold read JSON', async () => {
    assert.deepEqual((await count('score', '{"a": [0, 2, 1], "b": [1, 0, 3], "c": [0, 0, 0]}')).ranking, [
      ['b'],
      ['a'],
      ['c'],
    ])
    assert.deepEqual((await count('median', '[120, 50, 50, 1000000]')).details, { value: 50, ballots: 4 })
    assert.deepEqual((await count('median', '[]')).details, { value: null, ballots: 0 })
    const d4 = '{"roll": 150, "yes": 50, "no": 25}'
    const twoThirds = ['--threshold', '2/3', '--quorum', '1/2'] as const
    assert.equal((await count('threshold', d4, ...twoThirds, '--comparator', '>=')).details['outcome'], 'adopted')
    assert.equal((await count('threshold', d4, ...twoThirds)).details['outcome'], 'rejected')
    assert.equal((await count('threshold', d4, '--base', 'roll')).details['denominator'], 150)
    const criteria = [
      { id: 'x', weight: 2 },
      { id: 'y', weight: 1 },
    ]
    const grids = [
      { nominee: 'n1', grades: { x: 3, y: 5 } },
      { nominee: 'n2', grades: { x: 4, y: 4 } },
    ]
    const grid = await count('grid', JSON.stringify({ criteria, nominees: ['n1', 'n2'], grids }))
    assert.deepEqual(grid.ranking, [['n2'], ['n1']])
  })
  it('says in one line what it cannot read', async () => {
    const path = await file('1: 1,1')
    await assert.rejects(tally(['--method', 'schulze', path]), /line 1/u)
    for (const method of ['majority-judgment', 'score', 'median', 'threshold', 'grid'])
      await assert.rejects(tally(['--method', method, path]), /JSON|\{"criteria"/u, method)
    for (const method of ['borda', 'constructor'])
      await assert.rejects(tally(['--method', method, path]), /cenacle tally/u)
    await assert.rejects(tally(['--method', 'schulze']), /cenacle tally/u)
    await assert.rejects(tally([path]), /cenacle tally/u)
    await assert.rejects(tally(['--method', 'threshold', '--quorum', '0.5', path]), /not a share/u)
  })
})

const values: Record<Exclude<Method, 'threshold'>, BallotValue[]> = {
  'majority-judgment': [{ grades: { a: 0, b: 2 } }, { grades: { a: 1, b: 1 } }],
  schulze: [{ ranking: [['b'], ['a']] }, { ranking: [['a', 'b']] }],
  irv: [{ ranking: [['b'], ['a']] }, { ranking: [['b']] }],
  approval: [{ approved: ['b'] }, { approved: ['a', 'b'] }],
  score: [{ grades: { a: 0, b: 6 } }, { grades: { a: 3, b: 1 } }],
  median: [{ number: 4 }, { number: 7 }],
  grid: [{ grid: { a: { c1: 4 }, b: { c1: 5 } } }, { grid: { a: { c1: 6 }, b: { c1: 1 } } }],
}
const published = (method: Method) =>
  voteFile(sha256, {
    id: `v-${method}`,
    question: 'Où ?',
    closedAt: '2026-03-11T09:00:00.000Z',
    method,
    rules: {
      base: 'expressed',
      threshold: { numerator: 1, denominator: 2 },
      comparator: '>',
      quorum: { numerator: 0, denominator: 1 },
      veto: false,
      grades: ['Non', 'Bof', 'Oui'],
      points: { max: 6 },
      criteria: [{ id: 'c1', label: 'Clarté', weight: 1 }],
    },
    options: ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() })),
    ballots:
      method === 'threshold'
        ? [{ choice: 'yes' }]
        : values[method].map((value) => ({ choice: 'cast', value }) as const),
    roll: 5,
    draw: { nonce: '0f', head: '0'.repeat(64) },
  })

describe('cenacle tally of a published result', () => {
  it('recounts it by every method, and its counts are what the contract publishes', async () => {
    assert.deepEqual(METHODS, voteMethod.options)
    for (const method of METHODS) {
      const vote = published(method)
      const { text, ok } = await tally([await file(writeVoteFile(vote))])
      assert.equal(ok, true, method)
      assert.match(text, /^ok {5}v-.* the published result is what the ballots give\n/u)
      assert.deepEqual(JSON.parse(text.split('\n')[1] ?? ''), vote.result)
      const { tally: told } = vote.result
      assert.deepEqual(told && tallyAnswer.parse(told), told)
      const preflib = writePreflib(vote)
      if (preflib) assert.deepEqual((await count(method, preflib.text)).ranking[0], ['2'], method)
    }
  })
  it('says what is not as published, and fails', async () => {
    const vote = published('schulze')
    const forged = { ...vote, result: { ...vote.result, winner: 'a' } }
    const { text, ok } = await tally([await file(JSON.stringify(forged))])
    assert.equal(ok, false)
    assert.match(text, /^DIFFERS v-schulze 2 ballots by schulze, adopted \(B\): not what the ballots give: winner\n/u)
    await assert.rejects(tally(['--method', 'irv', await file(writeVoteFile(vote))]), /counted by schulze/u)
    await assert.rejects(tally([await file('{"format": "cenacle.vote/9"}')]), /format/u)
  })
})
