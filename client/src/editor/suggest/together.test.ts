import { test } from 'node:test'
import fc from 'fast-check'
import { type Act, acts, allWays, onlySuggest, proposeAlone, type Way, writeBeside } from './scenarios.ts'

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

const inEveryWay = (run: (list: Act[], way: Way) => void, list: Act[]): void => {
  for (const way of allWays) run(list, way)
}

// What fast-check found once, by its story.
test('one proposes that blocks go while another proposes that one of them goes, and thinks better of it', () => {
  inEveryWay(writeBeside, [
    { kind: 'delete', who: 1, at: 47, length: 13 },
    { kind: 'type', who: 2, at: 0, text: 'e  ' },
    { kind: 'delete', who: 2, at: 61, length: 7 },
    { kind: 'undo', who: 2, at: 0 },
  ])
})

test('a list of which nothing is left is not proposed', () => {
  inEveryWay(onlySuggest, [
    { kind: 'join', who: 0, at: 47 },
    { kind: 'delete', who: 0, at: 54, length: 30 },
    { kind: 'sync', who: 0, at: 0 },
    { kind: 'sync', who: 1, at: 0 },
    { kind: 'sync', who: 1, at: 0 },
  ])
})

test('blocks of one’s own go on both sides of one of the page, which stays the same', () => {
  inEveryWay(onlySuggest, [
    { kind: 'join', who: 1, at: 35 },
    { kind: 'delete', who: 1, at: 71, length: 15 },
    { kind: 'delete', who: 1, at: 33, length: 17 },
    { kind: 'delete', who: 1, at: 71, length: 28 },
  ])
})
