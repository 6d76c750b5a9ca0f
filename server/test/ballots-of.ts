/** Decisions by every method, and two ballots of each that differ in all they say. */
const options = ['Rennes', 'Brest', 'Quimper']
export const methods = [
  { method: 'threshold' },
  { method: 'majority-judgment', options },
  { method: 'schulze', options },
  { method: 'irv', options },
  { method: 'approval', options },
  { method: 'score', options },
  { method: 'median', rules: { number: { min: 0, max: 9, unit: 'sièges' } } },
]
const said: Record<string, [object, object]> = {
  'majority-judgment': [{ grades: { o1: 6, o2: 1, o3: 2 } }, { grades: { o1: 0, o2: 5, o3: 5 } }],
  schulze: [{ ranking: [['o1'], ['o2']] }, { ranking: [['o3'], ['o2', 'o1']] }],
  irv: [{ ranking: [['o1'], ['o2']] }, { ranking: [['o3']] }],
  approval: [{ approved: ['o1'] }, { approved: ['o2', 'o3'] }],
  score: [{ grades: { o1: 9, o2: 1, o3: 2 } }, { grades: { o1: 0, o2: 5, o3: 5 } }],
  median: [{ number: 3 }, { number: 7 }],
  grid: [
    { grid: { o1: { c1: 10, c2: 9 }, o2: { c1: 1, c2: 1 }, o3: { c1: 2, c2: 0 } } },
    { grid: { o1: { c1: 0, c2: 1 }, o2: { c1: 8, c2: 9 }, o3: { c1: 7, c2: 7 } } },
  ],
}
/** @param which of the two */
export const ballotOf = (method: string, which: 0 | 1) =>
  method === 'threshold'
    ? { choice: which === 0 ? 'yes' : 'no', value: null }
    : { choice: 'cast', value: said[method]?.[which] ?? {} }
