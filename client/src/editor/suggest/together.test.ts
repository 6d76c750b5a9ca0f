import { test } from 'node:test'
import fc from 'fast-check'
import { type Act, acts, allWays, onlySuggest, proposeAlone, writeBeside } from './scenarios.ts'

const ways = fc.constantFrom(...allWays)

test('three people who only suggest, in any order: all agree, and all refused is the page as it was, to the letter', () => {
  fc.assert(fc.property(acts(3), ways, onlySuggest), { numRuns: 150 })
})

test('what one person proposes alone, all accepted, is what they would have written', () => {
  const typing = acts(0).map((list) => list.filter(({ kind }) => kind === 'type' || kind === 'delete'))
  fc.assert(fc.property(typing, proposeAlone), { numRuns: 100 })
})

test('writers type while others suggest: their words are in the page, and refusing all leaves exactly what they wrote', () => {
  fc.assert(fc.property(acts(4), ways, writeBeside), { numRuns: 150 })
})

// What fast-check found once, by its story.
test('one proposes that blocks go while another proposes that one of them goes, and thinks better of it', () => {
  const list: Act[] = [
    { kind: 'delete', who: 1, at: 47, length: 13 },
    { kind: 'type', who: 2, at: 0, text: 'e  ' },
    { kind: 'delete', who: 2, at: 61, length: 7 },
    { kind: 'undo', who: 2, at: 0 },
  ]
  for (const way of allWays) writeBeside(list, way)
})
