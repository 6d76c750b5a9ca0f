import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DemoBallots } from '../content.ts'
import { demonstration as demo } from '../demonstration.ts'

const members = new Map(demo.people.filter((one) => one.role === 'member').map((one) => [one.key, one]))

const voters = (ballots: DemoBallots): string[] => [
  ...ballots.yes,
  ...ballots.no,
  ...ballots.abstain,
  ...ballots.veto.map((veto) => veto.voter),
]

test('only members vote, once in each vote, and times make sense', () => {
  for (const vote of [...demo.candidacies, ...demo.decisions]) {
    const keys = voters(vote.ballots)
    for (const key of keys) assert.ok(members.has(key), `${key} in ${vote.key}`)
    assert.equal(new Set(keys).size, keys.length, vote.key)
    assert.equal(vote.outcome === 'open', vote.closesInDays > 0, vote.key)
    assert.ok(vote.openedDaysAgo + vote.closesInDays >= 7, vote.key)
    for (const veto of vote.ballots.veto) assert.ok(veto.reason.length >= 30)
  }
})

test('polls: members vote once, each ballot says something of each option that it must, and times make sense', () => {
  for (const { key, method, options, number, ballots, openedDaysAgo, closesInDays } of demo.polls) {
    const keys = ballots.map(([voter]) => voter)
    for (const one of keys) assert.ok(members.has(one), `${one} in ${key}`)
    assert.equal(new Set(keys).size, keys.length, key)
    assert.ok(openedDaysAgo + closesInDays >= 7, key)
    for (const [voter, said] of ballots) {
      if (said === 'blank' || said === 'abstain') continue
      const where = `${voter} in ${key}`
      if (method === 'majority-judgment') assert.match(said, new RegExp(`^[0-6]{${options.length}}$`), where)
      else if (number) assert.ok(Number(said) >= number.min && Number(said) <= number.max, where)
      else {
        const ranked = [...said.replaceAll(' ', '')].map(Number)
        assert.equal(new Set(ranked).size, ranked.length, where)
        assert.ok(
          ranked.every((one) => one < options.length),
          where,
        )
      }
    }
  }
})

test('candidacies: the outcome follows from the ballots', () => {
  const emails = new Set(demo.people.map((one) => one.email))
  for (const { key, ballots, outcome, sponsor, becameMember, email } of demo.candidacies) {
    assert.ok(ballots.yes.includes(sponsor), `${sponsor} sponsors ${key}`)
    const passes = ballots.veto.length === 0 && voters(ballots).length >= 24 && ballots.yes.length > ballots.no.length
    if (outcome === 'admitted') assert.ok(passes, key)
    if (outcome === 'vetoed') assert.ok(ballots.veto.length > 0, key)
    assert.equal(becameMember !== undefined, outcome === 'admitted', key)
    assert.equal(emails.has(email), outcome === 'admitted', key)
    if (becameMember) {
      assert.equal(members.get(becameMember)?.email, email)
      assert.ok(!voters(ballots).includes(becameMember))
    }
  }
  assert.deepEqual(
    demo.candidacies.map((one) => one.outcome),
    ['open', 'admitted', 'vetoed'],
  )
})

test('the open candidacy waits for the visitor', () => {
  const [open] = demo.candidacies
  assert.ok(open)
  assert.equal(voters(open.ballots).length, 31)
  assert.equal(open.ballots.veto.length, 0)
  assert.ok(!voters(open.ballots).includes(demo.visitor))
  assert.deepEqual([open.openedDaysAgo, open.closesInDays, open.sponsor], [5, 3, 'solene-arnoux'])
})

test('decisions: one open, one adopted by its own threshold', () => {
  assert.deepEqual(
    demo.decisions.map((one) => one.outcome),
    ['open', 'adopted'],
  )
  for (const { ballots, threshold, outcome, author } of demo.decisions) {
    assert.ok(members.has(author))
    const expressed = ballots.yes.length + ballots.no.length
    const [share, bar] = [threshold.denominator * ballots.yes.length, threshold.numerator * expressed]
    if (outcome === 'adopted') assert.ok(threshold.orEqual ? share >= bar : share > bar)
  }
})

test('the award: four categories of five, and everyone concerned withdrew from the category', () => {
  const { categories, recusals } = demo.award
  assert.equal(categories.length, 4)
  for (const category of categories) assert.equal(category.entries.length, 5, category.key)
  const keys = categories.flatMap((category) => category.entries.map((entry) => entry.key))
  assert.equal(new Set(keys).size, keys.length)
  const concerned = categories.flatMap((category) =>
    [...members.values()]
      .filter((member) => category.entries.some((entry) => entry.organisation === member.employer))
      .map((member) => `${category.key} ${member.key}`),
  )
  assert.deepEqual(recusals.map((one) => `${one.category} ${one.member}`).toSorted(), concerned.toSorted())
})
