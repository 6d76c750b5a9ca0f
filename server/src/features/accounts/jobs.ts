import type { World } from '../../context.ts'
import { planDaily } from '../../jobs/daily.ts'
import type { Handlers } from '../../jobs/jobs.ts'
import { after, DAY_MS } from '../../time.ts'

export const FORGET_EXPIRED_JOB = 'accounts.forget-expired'

/** Mails that stay on the server hold names, addresses and links: nobody hands one over after so long. */
const MAIL_KEPT_MS = 30 * DAY_MS

/** Forgets what has run out: sessions, links, counters, keys of repeated requests, mails that never left. Once a day. */
async function forgetExpired(world: World): Promise<void> {
  const now = world.now()
  const yesterday = after(now, -DAY_MS)
  await world.db.deleteFrom('session').where('expires_at', '<', now).execute()
  await world.db.deleteFrom('password_reset').where('expires_at', '<', yesterday).execute()
  await world.db.deleteFrom('throttle').where('updated_at', '<', yesterday).execute()
  await world.db.deleteFrom('idempotency').where('created_at', '<', yesterday).execute()
  await world.db.deleteFrom('undelivered_mail').where('at', '<', after(now, -MAIL_KEPT_MS)).execute()
  await world.mail.forget?.(after(now, -MAIL_KEPT_MS))
  await planDaily(world, FORGET_EXPIRED_JOB, after(now, DAY_MS))
}

export const accountJobs: Handlers = { [FORGET_EXPIRED_JOB]: forgetExpired }
