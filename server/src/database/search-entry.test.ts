import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/harness.ts'
import { tame } from './search-entry.ts'

test('what PostgreSQL’s parser takes minutes for as it is written, it reads at once', async () => {
  const fresh = await testDatabase()
  const { database } = fresh
  // Each of them alone took 17 s or more at this length; on PostgreSQL the statement timeout of 5 s would end it.
  for (const unit of ['<!--', 'a_', '~/', 'é_', 'a@', '<a "']) {
    const text = tame(unit.repeat(Math.ceil(60_000 / unit.length)))
    const { rows } = await sql<{ words: number }>`select length(to_tsvector('cenacle_fr', ${text})) as words`.execute(
      database.db,
    )
    assert.equal(rows.length, 1)
  }
  await database.listener.stop()
  await database.close()
  await fresh.drop()
})

test('ordinary text is left as it is', () => {
  const text = 'L’équipe écrit à https://www.ville-exemple.fr/etudes/2026 : « 24/7, et/ou jamais » — co-écriture.'
  assert.equal(tame(text), text)
  assert.equal(tame('a < b'), 'a ‹ b')
})
