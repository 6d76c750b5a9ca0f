import { sql } from 'kysely'
import type { World } from '../../context.ts'
import type { Handlers } from '../../jobs/jobs.ts'
import { after } from '../../time.ts'
import { PURGE_JOB } from './trash.ts'
import { KEPT_MS } from './trash-queries.ts'

/** Entries at a time, so that no statement holds its locks for long. */
const BATCH = 20

/** Deletes what has been in a trash for thirty days. Due once for each entry, it does the work of all that are. */
async function purgeTrash(world: World): Promise<void> {
  const before = after(world.now(), -KEPT_MS)
  for (;;) {
    // Said twice, since what is brought back meanwhile must stay: only the outer condition is looked at again after a wait.
    const { rows } = await sql`delete from page where deleted_at <= ${before}::timestamptz and id in (
        select id from page where trashed_with = id and deleted_at <= ${before}::timestamptz limit ${BATCH})
      returning id`.execute(world.db)
    if (rows.length === 0) return
  }
}

export const trashJobs: Handlers = { [PURGE_JOB]: purgeTrash }
