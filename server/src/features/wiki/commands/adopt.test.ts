import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { aPerson, aSpace } from '../../../../test/build.ts'
import { isPostgres, testDatabase, viewerOf } from '../../../../test/harness.ts'
import { markdownOf } from '../../../../test/writing.ts'
import { readConfig } from '../../../config.ts'
import { openPostgres } from '../../../database/open.ts'
import { createLogger, openDeps, type Deps } from '../../../deps.ts'
import { memoryFiles } from '../../../files/memory.ts'
import { createPage } from '../commands.ts'
import { putMarkdown } from '../edit.ts'
import { readPage } from '../queries.ts'
import { adoptText } from './adopt.ts'

const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0' })

/** Until it is so, or the test's own limit. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10)
}

test('two processes adopt one text at once: it comes once, whole, and both rooms show it', async () => {
  const fresh = await testDatabase()
  const { database, url } = fresh
  const open = (database: Deps['database']) =>
    openDeps(config, createLogger('silent'), { database, files: memoryFiles() })
  const one = await open(database)
  const two = await open(url ? openPostgres(url, { max: 8 }) : database)
  try {
    const person = await aPerson(database.db)
    const space = await aSpace(database.db, 'team', [{ id: person.id }])
    const ctx = { ...one.world, viewer: viewerOf(person) }
    const pageId = await createPage(ctx, space.id, { title: 'Charte', markdown: 'Avant.', parentId: null })
    const text = (deps: Deps) => deps.collab.rooms.read(pageId, markdownOf)
    // Both have the page open.
    assert.deepEqual(await Promise.all([text(one), text(two)]), ['Avant.\n', 'Avant.\n'])
    const adoption = {
      pageId,
      personId: person.id,
      revisionId: null,
      name: 'Adoptée',
      title: 'Charte',
      markdown: 'Voté.\n',
    }
    const adopt = ({ world, collab }: Deps) =>
      adoptText(world, collab.rooms, adoption, async ({ db, now }, { seq }) => {
        const row = { key: 'claimed', value: JSON.stringify(seq), updated_at: now() }
        const claim = db
          .insertInto('setting')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
        return (await claim.returning('key').executeTakeFirst()) !== undefined
      })
    const done = await Promise.all([adopt(one), adopt(two), adopt(one), adopt(two)])
    const [adopted, ...others] = done.filter((each) => each !== undefined)
    assert.deepEqual([adopted?.seq, adopted?.before.seq, others.length], [2, 1, 0])
    // PGlite has one process: there the second set of rooms is told nothing by the bus.
    for (const deps of isPostgres ? [one, two] : [one]) await until(async () => (await text(deps)) === 'Voté.\n')
    await putMarkdown(ctx, one.collab.rooms, pageId, { markdown: 'Voté, et après.', title: undefined, base: 2 })
    assert.equal(await adopt(two), undefined)
    const page = await readPage(ctx, one.collab.rooms, pageId)
    assert.deepEqual([page.markdown, page.seq], ['Voté, et après.\n', 3])
  } finally {
    await two.close()
    if (url) await one.close()
    await fresh.drop()
  }
})

test('a page that is written at that very moment is read again; what fails leaves nothing behind', async () => {
  const fresh = await testDatabase()
  const { database } = fresh
  const deps = await openDeps(config, createLogger('silent'), { database, files: memoryFiles() })
  try {
    const person = await aPerson(database.db)
    const space = await aSpace(database.db, 'team', [{ id: person.id }])
    const ctx = { ...deps.world, viewer: viewerOf(person) }
    const pageId = await createPage(ctx, space.id, { title: 'Charte', markdown: 'Avant.', parentId: null })
    const adoption = { pageId, personId: null, revisionId: null, name: 'Adoptée', title: 'Charte', markdown: 'Voté.\n' }
    const { rooms } = deps.collab
    const crash = adoptText(deps.world, rooms, adoption, async ({ db }) => {
      await db.updateTable('page').set({ frozen_reason: 'à demi' }).where('id', '=', pageId).execute()
      return true
    })
    await assert.rejects(crash, /page_freezing/)
    assert.equal((await readPage(ctx, rooms, pageId)).markdown, 'Avant.\n')
    let attempts = 0
    await adoptText(deps.world, rooms, adoption, async ({ db }) => {
      attempts += 1
      const moved = db.updateTable('page_head').set((eb) => ({ seq: eb('seq', '+', 1) }))
      if (attempts === 1) await moved.where('page_id', '=', pageId).execute()
      return true
    })
    const page = await readPage(ctx, rooms, pageId)
    assert.deepEqual([attempts, page.markdown, page.seq], [2, 'Voté.\n', 2])
  } finally {
    await deps.close()
    await fresh.drop()
  }
})
