import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const server = fileURLToPath(new URL('../../server', import.meta.url))

/** Everything that has a time of its own, moved into the past: votes, what was offered, the calendar of
 * an award, and the work that is planned. */
const program = `
import { sql } from 'kysely'
import { openPGlite } from './src/database/open.ts'
const { db, close } = await openPGlite(process.env.DATA_DIR)
const by = sql.raw("interval '" + Number(process.env.DAYS) + " days'")
await sql\`update vote set opens_at = opens_at - \${by}, closes_at = closes_at - \${by}\`.execute(db)
await sql\`update candidacy set submitted_at = submitted_at - \${by}, offer_until = offer_until - \${by}\`.execute(db)
await sql\`update award_edition set call_closes_at = call_closes_at - \${by}, jury_closes_at = jury_closes_at - \${by},
  embargo_at = embargo_at - \${by} where sealed_at is null\`.execute(db)
await sql\`update job set run_at = run_at - \${by}\`.execute(db)
await close()
`

/** Lets days pass for a product that is stopped. */
export async function daysPass(dataDir: string, days: number): Promise<void> {
  const env = { ...process.env, DATA_DIR: dataDir, DAYS: String(days) }
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: server, env })
}
