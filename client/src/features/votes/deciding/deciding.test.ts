import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDecisionBody, draftBody, type DraftAnswer } from '@cenacle/contract/decision'
import { MENTIONS } from '@cenacle/contract/vote'
import { type Asking, askingOf, bodyOf, emptyAsking, readAsking } from './asking.ts'

const now = new Date(2026, 10, 22, 9, 30)
const spaceId = '0198c0de-0000-7000-8000-000000000001'
const asking = (change: Partial<Asking>): Asking => ({ ...emptyAsking(now), question: 'Où aller ?', ...change })

test('every need becomes a body that the contract takes', () => {
  const options = ['Rennes', ' ', 'Brest ']
  const cases: [Partial<Asking>, string, object][] = [
    [{ need: 'yesNo', options }, 'threshold', { options: [] }],
    [{ need: 'choose', options }, 'majority-judgment', { options: ['Rennes', 'Brest'] }],
    [{ need: 'choose', isOther: true, options, points: '10' }, 'score', {}],
    [{ need: 'number', max: '20 000', unit: ' € ' }, 'median', { options: [] }],
    [{ need: 'approve', options, approvals: '3' }, 'approval', {}],
    [{ need: 'rank', options }, 'schulze', {}],
    [{ need: 'rank', isOther: true, options }, 'irv', {}],
  ]
  for (const [change, method, expected] of cases) {
    const body = bodyOf(asking(change), spaceId, null)
    assert.equal(body.method, method)
    assert.deepEqual({ ...body, ...expected }, body)
    assert.ok(draftBody.safeParse({ ...body, opensAt: null }).success, method)
    assert.ok(createDecisionBody.safeParse(body).success, method)
  }
})

test('what a method does not ask for is not sent', () => {
  const { rules } = bodyOf(
    asking({ need: 'number', max: '20 000', unit: '€', mentions: 'Oui', points: '9' }),
    spaceId,
    null,
  )
  assert.deepEqual(Object.keys(rules).toSorted(), ['base', 'comparator', 'number', 'quorum', 'threshold', 'veto'])
  assert.deepEqual(rules.number, { min: 0, max: 20_000, unit: '€' })
})

test('mentions are written best first and sent worst first', () => {
  const { rules } = bodyOf(asking({ need: 'choose', mentions: 'Bien\n\n Passable \nÀ revoir' }), spaceId, null)
  assert.deepEqual(rules.grades, ['À revoir', 'Passable', 'Bien'])
  assert.equal(bodyOf(asking({ need: 'choose' }), spaceId, null).rules.grades, undefined)
})

test('a secret vote has no veto', () => {
  const body = bodyOf(asking({ secret: true, veto: true }), spaceId, null)
  assert.equal(body.secret, true)
  assert.equal(body.rules.veto, false)
})

test('a kept draft is written on as it was', () => {
  const first = asking({
    need: 'choose',
    options: ['Rennes', 'Brest'],
    mentions: MENTIONS.toReversed().join('\n'),
    quorum: 'half',
    isLater: true,
  })
  const body = bodyOf(first, spaceId, null)
  const draft: DraftAnswer = {
    ...body,
    id: 'd1',
    author: null,
    html: '',
    rules: { ...body.rules, grades: [...MENTIONS] },
    opensAt: new Date(first.opensAt).toISOString(),
    status: 'scheduled',
    scheduledBy: null,
    source: null,
    comparison: null,
    changedAt: '',
    can: { change: true, open: true, remove: true },
  }
  assert.deepEqual(askingOf(draft, now), first)
})

test('what a device kept is read, and nothing else is', () => {
  const kept = asking({ need: 'rank', options: ['a', 'b', 'c'] })
  assert.deepEqual(readAsking(JSON.stringify(kept), now), kept)
  assert.deepEqual(readAsking('', now), emptyAsking(now))
  assert.deepEqual(readAsking('{', now), emptyAsking(now))
})
