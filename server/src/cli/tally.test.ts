import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { tally } from './tally.ts'

let folder = ''
const file = async (content: string): Promise<string> => {
  const path = join(folder, 'votes')
  await writeFile(path, content)
  return path
}
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tally-'))
})
after(() => rm(folder, { recursive: true }))

describe('cenacle tally', () => {
  it('schulze reads PrefLib (S5: ties)', async () => {
    const path = await file('3: 1,2,3,4\n2: 3,2,4,1\n2: 4,1,2,3\n2: 4,2,3,1\n')
    const { ranking, details } = JSON.parse(await tally(['--method', 'schulze', path]))
    assert.deepEqual(ranking, [
      ['2', '4'],
      ['1', '3'],
    ])
    assert.deepEqual(details.options, ['1', '2', '3', '4'])
  })
  it('majority-judgment reads grade counts, worst first (M1, M3)', async () => {
    const m1 = await file('{"a":[1,1,1],"b":[1,0,2],"c":[3,0,0],"d":[2,0,1],"e":[0,3,0]}')
    assert.deepEqual(JSON.parse(await tally(['--method', 'majority-judgment', m1])).ranking, [
      ['b'],
      ['e'],
      ['a'],
      ['d'],
      ['c'],
    ])
    const m3 = await file('[[2,2,2,2,2],[1,2,2,2,2],[0,0,4,0,0],[0,0,0,0,2],[0,0,0,1,1]]')
    const { ranking } = JSON.parse(await tally(['--method', 'majority-judgment', '--missing', '0', m3]))
    assert.deepEqual(ranking, [['1', '2'], ['3'], ['4'], ['5']])
  })
  it('approval reads either', async () => {
    const lists = await file('2: 1,{2,3}\n1: 3\n1:\n')
    const { ranking, details } = JSON.parse(await tally(['--method', 'approval', lists]))
    assert.deepEqual(ranking, [['3'], ['1', '2']])
    assert.deepEqual([details.ballots, details.blank], [4, 1])
    const counts = await file('{"x": [3, 1], "y": [0, 4]}')
    assert.deepEqual(JSON.parse(await tally(['--method', 'approval', counts])).ranking, [['y'], ['x']])
  })
  it('says in one line what it cannot read', async () => {
    const path = await file('1: 1,1')
    await assert.rejects(tally(['--method', 'schulze', path]), /line 1/u)
    await assert.rejects(tally(['--method', 'majority-judgment', path]), /JSON/u)
    await assert.rejects(tally(['--method', 'borda', path]), /cenacle tally/u)
    await assert.rejects(tally(['--method', 'schulze']), /cenacle tally/u)
  })
})
