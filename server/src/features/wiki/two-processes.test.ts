import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testDatabase, viewerOf } from '../../../test/harness.ts'
import { readConfig } from '../../config.ts'
import { openPostgres } from '../../database/open.ts'
import { createLogger, openDeps, type Deps } from '../../deps.ts'
import { memoryFiles } from '../../files/memory.ts'
import { Problem } from '../../problem.ts'
import { createPage } from './commands.ts'
import { putMarkdown } from './edit.ts'
import { readPage } from './queries.ts'

const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0' })

test('two processes, twenty writes based on one version: one goes through, both read it', async () => {
  const fresh = await testDatabase()
  const { database, url } = fresh
  const open = (database: Deps['database']) =>
    openDeps(config, createLogger('silent'), { database, files: memoryFiles() })
  const one = await open(database)
  // PGlite has one process: there the second set of rooms shares its connection, and is told nothing by the bus.
  const two = await open(url ? openPostgres(url, { max: 8 }) : database)
  try {
    const person = await aPerson(database.db)
    const space = await aSpace(database.db, 'team', [{ id: person.id }])
    const viewer = viewerOf(person)
    const contexts = [one, two].map((deps) => ({ ctx: { ...deps.world, viewer }, rooms: deps.collab.rooms }))
    const [here] = contexts
    assert.ok(here)
    const body = { title: 'Course', markdown: 'départ', parentId: null }
    const pageId = await createPage(here.ctx, space.id, body)
    for (const base of [1, 2, 3]) {
      const race = Array.from({ length: 20 }, async (_, i): Promise<number | string> => {
        const { ctx, rooms } = contexts[i % 2] ?? here
        const write = { markdown: `tour ${base}, essai ${i}`, title: undefined, base }
        try {
          return await putMarkdown(ctx, rooms, pageId, write)
        } catch (error) {
          if (error instanceof Problem) return error.code
          throw error
        }
      })
      const outcomes = await Promise.all(race)
      assert.deepEqual(
        outcomes.filter((outcome) => outcome !== 'version-stale'),
        [base + 1],
      )
      const reads = await Promise.all(contexts.map(({ ctx, rooms }) => readPage(ctx, rooms, pageId)))
      assert.match(reads[0]?.markdown ?? '', new RegExp(`^tour ${base}, essai \\d+\n$`))
      assert.deepEqual(reads[1], reads[0])
    }
  } finally {
    await two.close()
    if (url) await one.close()
    await fresh.drop()
  }
})
