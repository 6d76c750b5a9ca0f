import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../support/server.ts'
import { test } from '../support/test.ts'
import { runCall } from '../support/award-whole/call.ts'
import { runDeliberation } from '../support/award-whole/deliberation.ts'
import { edition } from '../support/award-whole/edition.ts'
import { runJuries } from '../support/award-whole/juries.ts'
import { runShortlists } from '../support/award-whole/shortlists.ts'

// One edition from its call to its stage, by the screens of everybody who has a part in it. What each screen does besides has
// journeys of its own. Between two parts the product stops, and days pass.
test.describe.configure({ mode: 'serial', timeout: 600_000 })
test.beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cenacle-award-whole-'))
  edition.product = { dataDir, server: await startServer(dataDir, ['--empty']) }
})
test.afterAll(async () => {
  await edition.product.server.stop()
  rmSync(edition.product.dataDir, { recursive: true, force: true })
})

test('the call: two categories, an entry by the public form and the mail’s link, another by a member', ({ contexts }) =>
  runCall(contexts))

test('eligibility and shortlists: verdicts, scores refused line by line and then imported, a border that is level, a vote that is opened', ({
  contexts,
}) => runShortlists(contexts))

test('the juries: a shortlist by the vote; three jurors judge, one on a phone, one by keyboard alone', ({ contexts }) =>
  runJuries(contexts))

test('the deliberation: a tie is broken, a medal withheld, two sign; at its second the palmarès opens, on stage level by level', ({
  contexts,
}) => runDeliberation(contexts))
