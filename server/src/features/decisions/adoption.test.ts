import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { castChoice, memberOf } from '../../../test/decisions.ts'
import type { Looked } from '../../../test/harness.ts'
import { AFTER, BEFORE, type RevisionWorld, revisionWorld, YES } from '../../../test/revisions.ts'
import { REASON, travelToClose } from '../../../test/votes.ts'
import { markdownOf } from '../../../test/writing.ts'
import { jobHandlers } from '../../features.ts'

let w: RevisionWorld
before(async () => {
  w = await revisionWorld()
})
after(() => w.app.close())

describe('an adopted revision', () => {
  it('becomes the page, as one edit of whoever opened the vote, with a named version; the revision goes', async () => {
    const { pageId, id } = await w.aRevision()
    const vote = await w.open(id)
    const before = await w.rowsOf(pageId)
    const { rooms } = w.app.deps.collab
    await rooms.read(pageId, (live) => assert.equal(markdownOf(live), BEFORE))
    await w.decide(vote, YES)
    await rooms.read(pageId, (live) => assert.equal(markdownOf(live), AFTER, 'who is in the page sees it arrive'))
    const page = await w.read(pageId)
    assert.equal(page.markdown, AFTER)
    assert.equal(await w.rowsOf(pageId), before + 1)
    const { items } = (await w.one.get(`/api/pages/${pageId}/versions`)).body
    const [version] = items
    assert.equal(version.name, 'Adoptée par le vote : Se réunir quatre fois par an ?')
    assert.equal(version.author.id, memberOf(w.committee, 0).id)
    assert.equal((await w.one.get(`/api/pages/${id}`)).status, 404)
    const trash = (await w.one.get(`/api/spaces/${w.committee.spaceId}/trash`)).body.items
    assert.ok(trash.some((item: Looked) => item.id === id))
    const [known] = (await w.revisionsOf(pageId)).votes
    assert.deepEqual(
      [known.id, known.outcome, known.adoptedSeq, known.replacedSeq],
      [vote.id, 'adopted', page.seq, null],
    )
    assert.notEqual((await w.voteOf(vote.id)).revises.adoptedAt, null)
  })

  it('comes once, however often the job runs, also when two run at once or what follows the close does', async () => {
    const { pageId, id } = await w.aRevision()
    const vote = await w.open(id)
    for (const [index, choice] of YES.entries()) await castChoice(w.committee, index, vote.id, choice)
    await travelToClose(w.app, vote, 0)
    // The close is written down, and the process ends before the page takes the text.
    await jobHandlers(w.app.deps)['vote.settle']?.(w.app.deps.world, { voteId: vote.id })
    assert.equal((await w.read(pageId)).markdown, BEFORE)
    const before = await w.rowsOf(pageId)
    await Promise.all([w.adopt(pageId), w.adopt(pageId), w.app.runJobs()])
    assert.equal(await w.rowsOf(pageId), before + 1)
    await w.write(pageId, `${AFTER}\nEt la suite.`)
    await w.adopt(pageId)
    await w.app.runJobs()
    assert.equal((await w.read(pageId)).markdown, `${AFTER}\nEt la suite.\n`, 'what is written later stays')
  })

  it('changes a frozen page, which stays frozen, and is published where the page was', async () => {
    const { pageId, id } = await w.aRevision()
    const runs = w.committee.administrator
    const { seq } = await w.read(pageId, runs)
    assert.equal((await runs.put(`/api/pages/${pageId}/publication`, { seq })).status, 200)
    assert.equal((await runs.put(`/api/pages/${pageId}/freeze`, { reason: 'Adoptée au printemps.' })).status, 200)
    assert.equal((await w.read(pageId)).can.propose, true)
    await w.decide(await w.open(id), YES)
    const page = await w.read(pageId)
    assert.deepEqual([page.markdown, page.state, page.frozen.reason], [AFTER, 'published', 'Adoptée au printemps.'])
    assert.equal(page.published.seq, page.seq)
    assert.equal(page.can.write, false)
  })

  it('replaces what was written meanwhile, which stays in the history under a name', async () => {
    const { pageId, id } = await w.aRevision()
    const vote = await w.open(id)
    await w.write(pageId, 'Écrit pendant le vote.')
    const { seq } = await w.read(pageId)
    await w.decide(vote, YES)
    assert.equal((await w.read(pageId)).markdown, AFTER)
    const [known] = (await w.revisionsOf(pageId)).votes
    assert.equal(known.replacedSeq, seq)
    const { names } = (await w.one.get(`/api/pages/${pageId}/timeline`)).body
    assert.deepEqual(
      names.map(({ name }: Looked) => name),
      ['Avant la révision adoptée', 'Adoptée par le vote : Se réunir quatre fois par an ?'],
    )
    assert.match((await w.one.get(`/api/pages/${pageId}/versions/${seq}`)).body.html, /Écrit pendant le vote/)
  })

  it('counts what was written and taken back as no change of the page', async () => {
    const { pageId, id } = await w.aRevision()
    const vote = await w.open(id)
    await w.write(pageId, 'Autre chose.')
    await w.write(pageId, BEFORE)
    await w.decide(vote, YES)
    assert.equal((await w.revisionsOf(pageId)).votes[0].replacedSeq, null)
  })

  it('waits while its page is in the trash, and goes on without the revision', async () => {
    const { pageId, id } = await w.aRevision()
    const vote = await w.open(id)
    assert.equal((await w.two.delete(`/api/pages/${id}`)).status, 204)
    assert.equal((await w.committee.administrator.delete(`/api/pages/${pageId}`)).status, 204)
    await w.decide(vote, YES)
    const back = await w.committee.administrator.post(`/api/trash/${pageId}/restore`)
    assert.equal(back.status, 200, JSON.stringify(back.body))
    await w.app.runJobs()
    assert.equal((await w.read(pageId)).markdown, AFTER)
  })

  it('renames the page where the revision was renamed', async () => {
    const { pageId, id } = await w.aRevision()
    await w.write(id, AFTER, 'Méthode de travail')
    const vote = await w.open(id)
    assert.equal(vote.revises.comparison.title.to, 'Méthode de travail')
    await w.decide(vote, YES)
    assert.equal((await w.read(pageId)).title, 'Méthode de travail')
  })
})

describe('a revision that is not adopted', () => {
  for (const [what, choices] of [
    ['rejected', ['yes', 'no', 'no']],
    ['vetoed', ['yes', 'yes', 'veto']],
  ] as const)
    it(`stays a draft when it is ${what}, and may be voted on again`, async () => {
      const { pageId, id } = await w.aRevision()
      const vote = await w.open(id)
      for (const [index, choice] of choices.entries()) {
        const ballot = { choice, ...(choice === 'veto' && { reason: REASON }) }
        const answer = await memberOf(w.committee, index).caller.put(`/api/votes/${vote.id}/ballot`, ballot)
        assert.equal(answer.status, 201, JSON.stringify(answer.body))
      }
      // A late veto moves the close.
      await travelToClose(w.app, await w.voteOf(vote.id), 0)
      await w.app.runJobs()
      assert.equal((await w.voteOf(vote.id)).outcome, what)
      assert.equal((await w.read(pageId)).markdown, BEFORE)
      assert.equal((await w.read(id)).markdown, AFTER)
      assert.equal((await w.revisionsOf(id)).votes[0].outcome, what)
      await w.write(id, 'Trois fois par an.')
      await w.decide(await w.open(id), YES)
      assert.equal((await w.read(pageId)).markdown, 'Trois fois par an.\n')
    })

  it('stays one when the vote is cancelled', async () => {
    const { pageId, id } = await w.aRevision()
    const vote = await w.open(id)
    assert.equal((await w.one.post(`/api/votes/${vote.id}/cancel`, { reason: REASON })).status, 200)
    await travelToClose(w.app, vote, -1)
    await w.app.runJobs()
    assert.deepEqual([(await w.read(pageId)).markdown, (await w.read(id)).markdown], [BEFORE, AFTER])
    const [known] = (await w.revisionsOf(pageId)).votes
    assert.equal(known.status, 'cancelled')
  })
})
