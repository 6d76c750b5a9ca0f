import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { type Choice, type ConsentBallot, countBallots, evaluateConsent } from '../src/consent.ts'
import { accepts, closeAfterVeto, type FrozenVote, statusAt } from '../src/status.ts'
import { SIMPLE_MAJORITY } from '../src/threshold.ts'

const ballot = (choice: Choice): ConsentBallot => ({ choice })
const ballots = fc.array(fc.constantFrom<Choice>('yes', 'no', 'abstain').map(ballot), { maxLength: 60 })

describe('consent with a veto window', () => {
  it('one active veto blocks whatever the others say', () => {
    fc.assert(
      fc.property(ballots, (others) => {
        assert.equal(evaluateConsent([...others, ballot('veto')], 100, SIMPLE_MAJORITY).outcome, 'vetoed')
      }),
    )
  })
  it('vote criterion 6: a lifted veto leaves the result of the run where it never was', () => {
    fc.assert(
      fc.property(ballots, fc.option(fc.constantFrom<Choice>('yes', 'no', 'abstain')), (others, instead) => {
        const without = instead === null ? others : [...others, ballot(instead)]
        assert.notEqual(evaluateConsent(without, 100, SIMPLE_MAJORITY).outcome, 'vetoed')
      }),
    )
  })
  it('vote criterion 7: a lapsed veto stays a ballot, against, and E is unchanged', () => {
    const counts = countBallots([ballot('yes'), ballot('yes'), { choice: 'veto', lapsed: true }], 3)
    assert.deepEqual(counts, { roll: 3, yes: 2, no: 1, abstain: 0, veto: 0 })
    assert.equal(
      evaluateConsent([ballot('yes'), ballot('yes'), { choice: 'veto', lapsed: true }], 3, SIMPLE_MAJORITY).outcome,
      'adopted',
    )
  })
  it('vote criterion 4: no ballot, one, all blank, all identical', () => {
    assert.equal(evaluateConsent([], 5, SIMPLE_MAJORITY).outcome, 'no_ballot')
    assert.equal(evaluateConsent([ballot('yes')], 5, SIMPLE_MAJORITY).outcome, 'adopted')
    assert.equal(evaluateConsent([ballot('abstain'), ballot('abstain')], 5, SIMPLE_MAJORITY).outcome, 'rejected')
    assert.equal(evaluateConsent([ballot('no'), ballot('no')], 5, SIMPLE_MAJORITY).outcome, 'rejected')
  })
})

const vote: FrozenVote = {
  opensAt: '2026-03-01T09:00:00.000Z',
  closesAt: '2026-03-11T09:00:00.000Z',
  roll: 3,
  rule: SIMPLE_MAJORITY,
}

describe('status derived from time', () => {
  it('vote criterion 12: accepted at close − 1 ms, refused at the close', () => {
    assert.equal(accepts(vote, '2026-03-11T08:59:59.999Z'), true)
    assert.equal(accepts(vote, '2026-03-11T09:00:00.000Z'), false)
    assert.equal(accepts(vote, '2026-03-11T10:59:59.999+02:00'), true)
    assert.equal(accepts(vote, '2026-03-01T08:59:59.999Z'), false)
  })
  it('counts nothing before the close', () => {
    assert.deepEqual(statusAt(vote, [ballot('yes')], '2026-02-01T00:00:00Z'), { status: 'scheduled', evaluation: null })
    assert.deepEqual(statusAt(vote, [ballot('yes')], '2026-03-02T00:00:00Z'), { status: 'open', evaluation: null })
    const closed = statusAt(vote, [ballot('yes')], '2026-03-12T00:00:00Z')
    assert.equal(closed.status, 'closed')
    assert.equal(closed.evaluation?.outcome, 'adopted')
  })
  it('refuses what is not an instant', () => {
    assert.throws(() => accepts(vote, 'bientôt'), RangeError)
  })
})

describe('late veto (voting.md 2.4)', () => {
  const late = { windowHours: 48, remainHours: 72 }
  it('moves the close so that 72 h remain, in the last 48 h only', () => {
    assert.equal(closeAfterVeto(vote.closesAt, '2026-03-09T08:59:59.999Z', late), null)
    assert.equal(closeAfterVeto(vote.closesAt, '2026-03-09T09:00:00.000Z', late), '2026-03-12T09:00:00.000Z')
    assert.equal(closeAfterVeto(vote.closesAt, '2026-03-11T08:00:00.000Z', late), '2026-03-14T08:00:00.000Z')
  })
  it('never brings the close forward', () => {
    assert.equal(closeAfterVeto(vote.closesAt, '2026-03-09T10:00:00.000Z', { windowHours: 48, remainHours: 24 }), null)
  })
})
