import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { writeBlt } from '../src/blt.ts'
import { writeBallotsCsv, writeOptionsCsv, writeSummaryCsv } from '../src/csv.ts'
import { irv } from '../src/irv.ts'
import { judge } from '../src/majority-judgment.ts'
import { gradeCounts, isCategories, parseCategories } from '../src/preflib-categories.ts'
import { writePreflib } from '../src/preflib-write.ts'
import { parsePreferences } from '../src/preflib.ts'
import { schulze } from '../src/schulze.ts'
import type { BallotValue, Method, VoteBallot } from '../src/vote.ts'
import { anyVote, cast, ids, published, s1 } from './vote-files.ts'

describe('PrefLib, written', () => {
  it('S1 as .soc: header, names, equal ballots together, blanks told', () => {
    const { extension, text } = writePreflib(s1('schulze')) ?? { extension: '', text: '' }
    assert.equal(extension, 'soc')
    assert.equal(
      text,
      `# FILE NAME: v-1.soc
# TITLE: Où se réunir ?
# DESCRIPTION: schulze; 1 blank ballots, abstentions and vetoes left out
# DATA TYPE: soc
# MODIFICATION TYPE: original
# RELATES TO: 
# RELATED FILES: 
# PUBLICATION DATE: 2026-03-11
# MODIFICATION DATE: 2026-03-11
# NUMBER ALTERNATIVES: 5
# NUMBER VOTERS: 45
# NUMBER UNIQUE ORDERS: 8
# ALTERNATIVE NAME 1: A
# ALTERNATIVE NAME 2: B
# ALTERNATIVE NAME 3: C
# ALTERNATIVE NAME 4: D
# ALTERNATIVE NAME 5: E
8: 2,5,4,1,3
8: 5,2,1,4,3
7: 3,1,5,2,4
7: 4,3,5,2,1
5: 1,3,2,5,4
5: 1,4,5,3,2
3: 3,1,2,5,4
2: 3,2,1,4,5
`,
    )
  })
  it('ties and incomplete orders have kinds of their own', () => {
    const kind = (...rankings: string[][][]) =>
      writePreflib(
        published(
          'schulze',
          rankings.map((ranking) => cast({ ranking })),
        ),
      )?.extension
    assert.equal(kind([['a'], ['b'], ['c']]), 'soc')
    assert.equal(kind([['a'], ['b']]), 'soi')
    assert.equal(kind([['a', 'c'], ['b']]), 'toc')
    assert.equal(kind([['a', 'c']], [['a'], ['b'], ['c']]), 'toi')
    assert.equal(writePreflib(published('threshold', [])), null)
    assert.equal(writePreflib(published('median', [])), null)
  })
  it('what is read back counts to the same ranking', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const file = writePreflib(vote)
        const { tally } = vote.result
        if (file === null || tally === null || tally.method === 'median') return
        const numbered = tally.ranking.map((group) => group.map((id) => String(1 + ids.indexOf(id))).toSorted())
        assert.equal(isCategories(file.text), file.extension === 'cat')
        if (tally.method === 'schulze' || tally.method === 'irv') {
          const { options, ballots } = parsePreferences(file.text)
          const drawOut = () =>
            String(1 + ids.indexOf(tally.method === 'irv' ? (tally.rounds[0]?.eliminated ?? '') : ''))
          const { ranking } = tally.method === 'irv' ? irv(options, ballots, drawOut) : schulze(options, ballots)
          assert.deepEqual(ranking, numbered)
        } else {
          const counts = gradeCounts(parseCategories(file.text))
          if (tally.method === 'majority-judgment') assert.deepEqual(judge(counts).ranking, numbered)
          if (tally.method === 'score')
            for (const [at, { sum }] of tally.scores.entries())
              assert.equal(
                counts.get(String(at + 1))?.reduce((total, count, points) => total + count * points, 0),
                sum,
              )
          if (tally.method === 'approval')
            assert.deepEqual(
              [...counts.values()].map(([, yes]) => yes),
              tally.scores.map(({ votes }) => votes),
            )
        }
      }),
      { numRuns: 500 },
    )
  })
  it('a file of categories that does not hold together is refused by its line', () => {
    const head = '# CATEGORY NAME 1: Oui\n# CATEGORY NAME 2: Non\n# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n'
    assert.deepEqual(parseCategories(`${head}3: 1,2\n1: {},{1, 2}\n`).ballots, [
      { count: 3, groups: [['1'], ['2']] },
      { count: 1, groups: [[], ['1', '2']] },
    ])
    for (const line of ['1: 1', '1: {1,2}', '1: 1,1', '1: {1,2},2', '1: 1,3', 'x', '1: {1,2'])
      assert.throws(() => parseCategories(`${head}${line}`), /line 5/u, line)
  })
})

describe('BLT and CSV', () => {
  it('BLT of S1, of ties, and of names with quotation marks', () => {
    assert.match(
      writeBlt(s1('irv')) ?? '',
      /^5 1\n8 2 5 4 1 3 0\n8 5 2 1 4 3 0\n[\s\S]*\n0\n"A"\n"B"\n"C"\n"D"\n"E"\n"Où se réunir \?"\n$/u,
    )
    const ranked = published('schulze', [cast({ ranking: [['b'], ['a', 'c']] }), { choice: 'abstain' }])
    assert.equal(
      writeBlt(ranked),
      '3 1\n1 2 1=3 0\n0\n"Rue « Haute », 3"\n"=SOMME(A1)"\n"Le ’Phare’ ouest"\n"Où se réunir ?"\n',
    )
    assert.equal(writeBlt(published('approval', [])), null)
  })
  it('ballots, a line each; no cell is a formula', () => {
    const header = `choice,"Rue « Haute », 3",'=SOMME(A1),"Le ""Phare""\nouest"\r\n`
    const lines = (method: Method, ballots: VoteBallot[]) => writeBallotsCsv(published(method, ballots))
    assert.equal(lines('schulze', [cast({ ranking: [['b'], ['a']] })]), `${header}cast,2,1,\r\n`)
    assert.equal(lines('approval', [cast({ approved: ['b'] })]), `${header}cast,0,1,0\r\n`)
    assert.equal(
      lines('majority-judgment', [cast({ grades: { a: 0, b: 2, c: 1 } })]),
      `${header}cast,À rejeter,Bien,Passable\r\n`,
    )
    assert.equal(lines('score', [cast({ grades: { a: 0, b: 6, c: 1 } })]), `${header}cast,0,6,1\r\n`)
    assert.equal(lines('median', [cast({ number: -3 }), { choice: 'blank' }]), 'choice,sièges\r\nblank,\r\ncast,-3\r\n')
    assert.equal(
      lines('threshold', [{ choice: 'veto', lapsed: true }, { choice: 'yes' }]),
      'choice\r\nveto (lapsed)\r\nyes\r\n',
    )
  })
  it('the result and its options', () => {
    const summary = writeSummaryCsv(s1('schulze'))
    for (const line of [
      'outcome,adopted',
      'winner,E',
      'roll,150',
      'voters,46',
      'expressed,45',
      'blank,1',
      'quorum,0/1',
    ])
      assert.ok(summary.includes(`\r\n${line}\r\n`), line)
    assert.equal(
      writeOptionsCsv(s1('schulze')),
      'rank,option,over A,over B,over C,over D,over E\r\n1,E,23,27,21,31,0\r\n2,A,0,20,26,30,22\r\n3,C,19,29,0,17,24\r\n4,B,25,0,16,33,18\r\n5,D,15,12,28,0,14\r\n',
    )
    assert.equal(writeOptionsCsv(published('median', [])), null)
    const options = [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
      { id: 'c', label: 'C' },
    ]
    const of = (method: Method, value: BallotValue) => writeOptionsCsv(published(method, [cast(value)], options))
    assert.equal(
      of('majority-judgment', { grades: { a: 0, b: 2, c: 2 } }),
      'rank,option,majority grade,À rejeter,Passable,Bien\r\n1,B,Bien,0,0,1\r\n1,C,Bien,0,0,1\r\n3,A,À rejeter,1,0,0\r\n',
    )
    assert.equal(
      of('score', { grades: { a: 0, b: 2, c: 3 } }),
      'rank,option,points,ballots\r\n1,C,3,1\r\n2,B,2,1\r\n3,A,0,1\r\n',
    )
    assert.equal(of('approval', { approved: ['c'] }), 'rank,option,approvals\r\n1,C,1\r\n2,A,0\r\n2,B,0\r\n')
    assert.equal(of('irv', { ranking: [['c']] }), 'rank,option,round 1\r\n1,C,1\r\n2,A,0\r\n2,B,0\r\n')
    assert.match(writeSummaryCsv(published('median', [cast({ number: 3 })])), /\r\nmedian,3\r\n/u)
  })
})
