import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { nextMigration } from './migration.mjs'
import { root } from './paths.mjs'

const INDEX = `import { sql } from 'kysely'
import { statements as votes } from './0004-votes.ts'

export const migrations = {
  '0004-votes': forward(votes),
}
`

test('the next number, imported and listed last', () => {
  const { file, index } = nextMigration('watch-notes', ['0001-a.ts', '0004-votes.ts', 'index.ts'], INDEX)
  assert.equal(file, '0005-watch-notes.ts')
  assert.match(index, /votes\.ts'\nimport \{ statements as watchNotes \} from '\.\/0005-watch-notes\.ts'\n/)
  assert.match(index, /forward\(votes\),\n {2}'0005-watch-notes': forward\(watchNotes\),\n\}\n$/)
})

test('what cannot be added is refused with what to do', () => {
  assert.throws(() => nextMigration('Watch Notes', [], INDEX), /kebab-case/)
  assert.throws(() => nextMigration('', [], INDEX), /kebab-case/)
  assert.throws(() => nextMigration('votes', ['0004-votes.ts'], INDEX), /already/)
  assert.throws(() => nextMigration('notes', [], 'export default 1'), /by hand/)
})

test("it fits the project's own list", () => {
  const folder = join(root, 'migrations')
  const { index } = nextMigration('a-new-one', readdirSync(folder), readFileSync(join(folder, 'index.ts'), 'utf8'))
  assert.match(index, /'\d{4}-a-new-one': forward\(aNewOne\),\n\}/)
})
