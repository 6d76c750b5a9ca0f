import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCall, ok, summary } from '../../../test/awards.ts'
import { memberOf } from '../../../test/decisions.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
before(async () => {
  app = await testApp()
  committee = await aCommittee(app, 20)
})
after(() => app.close())

describe('conflicts found', () => {
  it('are as many as a flooded public form makes them: entries are filed still', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    const { world } = app.deps
    const { db } = world
    await db.updateTable('person').set({ employer: 'Ville A' }).where('role', '=', 'member').execute()
    const [category_id = ''] = call.categoryIds
    const entry = {
      edition_id: call.id,
      category_id,
      organisation: 'Ville A',
      summary,
      html: '',
      submitted_at: world.now(),
    }
    const entries = Array.from({ length: 500 }, (_, n) => ({ ...entry, id: world.newId(), title: `Dossier ${n}` }))
    await db.insertInto('award_entry').values(entries).execute()
    const body = { categoryId: category_id, title: 'Le bon poteau', organisation: 'Ville B', summary }
    ok(await memberOf(committee, 0).caller.post(`/api/awards/${call.id}/entries`, body), 201)
    const found = await db
      .selectFrom('award_recusal')
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    assert.equal(Number(found.count), 500 * 20)
  })
})
