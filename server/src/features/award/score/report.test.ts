import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ScoreFault } from '@cenacle/contract/award-score'
import { readScore, writeScore } from './exact.ts'
import { lookAt, type Scorable } from './report.ts'
import { templateOf } from './template.ts'

const [A, B] = ['0190aaaa-0000-7000-8000-00000000000a', '0190aaaa-0000-7000-8000-00000000000b']
const entries: Scorable[] = [
  { id: A, title: 'Été à Rennes', needed: true },
  { id: B, title: '=SOMME(A1) « l’eau »', needed: true },
]
const of = (file: string | Uint8Array, decimals = 2) =>
  lookAt(typeof file === 'string' ? Buffer.from(file) : file, entries, decimals).report
const short = ({ line, column, code }: ScoreFault) => [line, column, code]
const faultsOf = (file: string | Uint8Array, decimals?: number) => of(file, decimals).faults.map(short)
const valuesOf = (file: string | Uint8Array, decimals?: number) => {
  const { ok, scores, faults } = of(file, decimals)
  assert.ok(ok, JSON.stringify(faults))
  return scores.map(({ value }) => value)
}

describe('a file of scores', () => {
  it('is read as spreadsheets write it: separators, marks, line ends, encodings, quotes, columns in any order', () => {
    const rows = [
      [A, '12,5'],
      [B, '-3'],
    ]
    for (const separator of [';', '\t'])
      for (const end of ['\r\n', '\n', '\r'])
        for (const mark of ['', '\uFEFF']) {
          const lines = [['id', 'score'], ...rows].map((cells) => cells.join(separator))
          assert.deepEqual(valuesOf(`${mark}${lines.join(end)}${end}`), ['12.50', '-3.00'])
        }
    assert.deepEqual(valuesOf(`id,score\n${A},"12,5"\n"${B}",-3\n`), ['12.50', '-3.00'])
    assert.deepEqual(valuesOf(`Note;Identifiant\n1;${A}\n\n;;\n2;${B.toUpperCase()}`.replace(';;', ';')), [
      '1.00',
      '2.00',
    ])
    const french = `id;titre;cat\xe9gorie;score\r\n${A};\xc9t\xe9 \xe0 Rennes;Num\xe9rique;1\xa0012,50\r\n${B};;;0\r\n;;;\r\n`
    const { encoding, separator, ok } = of(Buffer.from(french, 'latin1'))
    assert.deepEqual([encoding, separator, ok], ['windows-1252', ';', true])
    assert.deepEqual(valuesOf(Buffer.from(french, 'latin1')), ['1012.50', '0.00'])
    const wide = Buffer.from(`\uFEFFid\tscore\r\n${A}\t1\r\n${B}\t2`, 'utf16le')
    assert.deepEqual([of(wide).encoding, valuesOf(wide)], ['utf-16', ['1.00', '2.00']])
    assert.deepEqual(valuesOf(`id;titre;score\n${A};"Été à\nRennes";1\n${B};"";2`), ['1.00', '2.00'])
  })
  it('is told line by line what is wrong with it, and gives nothing', () => {
    const lines = ['=1+1', '@x', '+2', '-1+2', 'douze', '', '1e5', '1,234', '12 %', '1234567890', '1 23', 'Infinity']
    const file = (score: string): string => `id;score\n${A};"${score}"\n${B};1`
    assert.deepEqual(
      lines.map((score) =>
        faultsOf(file(score))
          .map(([, , code]) => code)
          .join(),
      ),
      [
        'formula',
        'formula',
        'formula',
        'formula',
        'score-not-a-number',
        'score-missing',
        'score-not-a-number',
        'score-decimals',
        'score-not-a-number',
        'score-out-of-range',
        'score-not-a-number',
        'score-not-a-number',
      ],
    )
    assert.deepEqual(of(file('=1')).scores, [])
    assert.deepEqual(lookAt(Buffer.from(file('=1')), entries, 2).points.size, 0)
    const stranger = '0190aaaa-0000-7000-8000-00000000000c'
    const many = `id;titre;score\n${A};Rennes l’été;1\n${A};;2\n${stranger};;3\n;;4\n${B};=HYPERLINK(A1);5\n${A};1`
    assert.deepEqual(faultsOf(many), [
      [2, 'titre', 'title-differs'],
      [3, 'id', 'id-twice'],
      [4, 'id', 'id-unknown'],
      [5, 'id', 'id-missing'],
      [6, 'titre', 'formula'],
      [7, null, 'column-count'],
    ])
    assert.deepEqual(faultsOf(`id;score\n${A};1,5`), [[null, null, 'entry-missing']])
    assert.deepEqual(faultsOf(`id,score\n${A},1.5\n${B},"2,5"`), [[3, 'score', 'score-mixed-marks']])
    assert.deepEqual(faultsOf(`id;score\n${A};\u0007\n${B};1`), [[2, 'score', 'control-characters']])
    assert.deepEqual(faultsOf(`id;score\n${A};${'1'.repeat(600)}\n${B};1`), [[2, 'score', 'cell-too-long']])
  })
  it('is refused as a whole for its columns, its quotes, or when it is no text', () => {
    assert.deepEqual(faultsOf('id;truc;score;Note\n1;2;3;4'), [
      [1, null, 'column-unknown'],
      [1, 'score', 'column-twice'],
    ])
    assert.deepEqual(faultsOf('titre;score\n1;2'), [[1, 'id', 'column-missing']])
    assert.deepEqual(faultsOf(`id;score\n${A};1\n${B};"2\n3;4`), [[3, null, 'quotes']])
    assert.deepEqual(faultsOf(`id;score\n"${A}"x;1`), [[2, null, 'quotes']])
    for (const nothing of ['', '\n \n', '\uFEFF']) assert.deepEqual(faultsOf(nothing), [[null, null, 'empty']])
    assert.deepEqual(faultsOf(Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0xff])), [[1, null, 'not-csv']])
    assert.deepEqual(faultsOf('id;score\0'), [[1, null, 'not-csv']])
    assert.deepEqual(faultsOf(`id${';'.repeat(60)}`), [[1, null, 'column-count']])
  })
  it('of 100 000 lines is bounded: what is beyond is counted, and a hundred faults are told', () => {
    const report = of(`id;score\n${Array.from({ length: 100_000 }, (_, n) => `=${n};@${n}`).join('\n')}`)
    assert.deepEqual([report.ok, report.faults.length, report.faultCount], [false, 100, 1 + 1999])
    assert.deepEqual(report.faults[0], { line: 2001, column: null, code: 'too-many-lines', value: '100001' })
    assert.deepEqual(faultsOf('x'.repeat(5_000_000)), [[1, null, 'line-too-long']])
    assert.deepEqual(faultsOf(`id;score\n${'"'.repeat(3_001)}\n${'a\n'.repeat(10_000)}`).at(-1), [2, null, 'quotes'])
  })
  it('whatever its bytes, is answered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        assert.equal(of(bytes).ok, false)
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('id', 'score', ';', ',', '\t', '"', '\n', '\r', A, '1', '=', '\0', 'é')),
        (parts) => {
          assert.equal(of(parts.join('')).ok, false)
        },
      ),
    )
  })
})

describe('a score', () => {
  it('is exact: what is written is what was read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (whole, decimals) => {
          const text = writeScore(whole, decimals)
          for (const said of [text, text.replace('.', ','), text.replace('-', '−')])
            assert.equal((readScore(said, decimals) as { points: number }).points, whole === 0 ? 0 : whole)
        },
      ),
    )
    assert.deepEqual(readScore('999 999 999,123456', 6), { points: 999_999_999_123_456, mark: ',' })
    assert.deepEqual(readScore('-0', 2), { points: 0, mark: null })
    assert.deepEqual(readScore('2.500', 1), { points: 25, mark: '.' })
    assert.equal(writeScore(-5, 2), '-0.05')
  })
})

describe('the template', () => {
  it('is read back as it is once scores are in it, and begins no formula', () => {
    const lines = entries.map(({ id, title }) => ({ id, title, organisation: '@Ville; "A"', category: '-Autre' }))
    const empty = templateOf(lines)
    assert.ok(empty.startsWith('\uFEFFid;titre;organisation;categorie;score\r\n'))
    for (const cell of empty.split(/[;\r\n]+/)) assert.doesNotMatch(cell, /^"?[=+@-]/u)
    assert.deepEqual(
      faultsOf(empty).map(([line, , code]) => [line, code]),
      [
        [2, 'score-missing'],
        [3, 'score-missing'],
      ],
    )
    assert.deepEqual(valuesOf(empty.replaceAll(';\r\n', ';7\r\n').replace('score7', 'score')), ['7.00', '7.00'])
  })
})
