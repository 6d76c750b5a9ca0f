import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importFault, resolveImport } from './tiers.mjs'

test('an import means a file of the workspace, or nothing', () => {
  assert.equal(resolveImport('server/src/app.ts', './http/access.ts'), 'server/src/http/access.ts')
  assert.equal(resolveImport('server/src/app.ts', '@cenacle/tally/schulze'), 'packages/tally/src/schulze.ts')
  assert.equal(resolveImport('server/src/app.ts', '@cenacle/migrations'), 'migrations/index.ts')
  assert.equal(resolveImport('server/src/app.ts', 'fastify'), undefined)
})

/** @type {[from: string, to: string, fault: RegExp | undefined][]} */
const cases = [
  ['server/src/main.ts', 'server/src/app.ts', undefined],
  ['server/src/app.ts', 'server/src/features/votes/routes.ts', undefined],
  ['server/src/features/votes/routes.ts', 'server/src/app.ts', /downwards/],
  ['server/src/http/access.ts', 'server/src/features/spaces/queries.ts', /downwards/],
  ['server/src/policy/vote.ts', 'server/src/http/access.ts', /downwards/],
  ['server/src/database/open.ts', 'server/src/context.ts', /downwards/],
  ['server/src/strange.ts', 'server/src/context.ts', /no tier/],
  ['server/src/features/votes/open.ts', 'server/src/features/spaces/queries.ts', undefined],
  ['server/src/features/votes/open.ts', 'server/src/features/spaces/commands/close.ts', undefined],
  ['server/src/features/votes/open.ts', 'server/src/features/spaces/slug.ts', /only its commands, queries and present/],
  ['server/src/features/votes/open.ts', 'server/src/features/workshops/queries.ts', /upwards goes an event/],
  ['server/src/features/spaces/commands.ts', 'server/src/features/votes/commands.ts', /upwards goes an event/],
  ['server/src/features/novel/commands.ts', 'server/src/features/votes/commands.ts', /novel has no tier/],
  ['server/src/features/votes/votes.test.ts', 'server/test/harness.ts', undefined],
  ['server/src/features/votes/open.ts', 'server/test/harness.ts', /no test/],
  ['server/src/app.ts', 'client/src/main.tsx', /does not know the client/],
  ['client/src/app/router.tsx', 'client/src/routes/Home.tsx', undefined],
  ['client/src/features/forum/api.ts', 'client/src/lib/http.ts', undefined],
  ['client/src/features/forum/api.ts', 'client/src/features/wiki/api.ts', /never import each other/],
  ['client/src/ui/Button.tsx', 'client/src/features/forum/api.ts', /downwards/],
  ['client/src/lib/http.ts', 'packages/contract/src/problems.ts', undefined],
  ['client/src/lib/http.ts', 'server/src/problem.ts', /contract only/],
  ['packages/tally/src/a.ts', 'packages/contract/src/vote.ts', undefined],
  ['packages/tally/src/a.ts', 'packages/document/src/b.ts', /one tier/],
  ['packages/contract/src/a.ts', 'packages/tally/src/b.ts', /lowest/],
  ['packages/collab/src/a.ts', 'server/src/config.ts', /neither server nor client/],
  ['bench/crash.ts', 'server/src/main.ts', undefined],
]

for (const [from, to, fault] of cases) {
  test(`${from} → ${to}: ${fault ? 'refused' : 'allowed'}`, () => {
    const why = importFault(from, to)
    if (fault) assert.match(why ?? '', fault)
    else assert.equal(why, undefined)
  })
}
