import type { World } from '../context.ts'
import { bindSpaces } from '../exports/typography.ts'
import type { Message } from '../mail/mail.ts'
import { after, DAY_MS } from '../time.ts'
import { enqueue, enqueueAll, type Handler } from './jobs.ts'

type Enqueue = Parameters<typeof enqueue>[0]

/** As long as a mail server itself would try (RFC 5321, 4.5.4.1: four to five days). */
const TRIED_FOR_MS = 5 * DAY_MS

/** Queues a mail in the transaction that gives reason to it: no mail for what was rolled back, none lost after it. */
export const queueMail = (ctx: Enqueue, message: Message): Promise<void> =>
  enqueue(ctx, 'mail.send', payloadOf(ctx, message))

/** The same for many at once. */
export const queueMails = (ctx: Enqueue, messages: Message[]): Promise<void> =>
  enqueueAll(
    ctx,
    'mail.send',
    messages.map((message) => payloadOf(ctx, message)),
  )

const payloadOf = (ctx: Enqueue, message: Message): Record<string, unknown> => ({
  ...message,
  triedUntil: after(ctx.now(), TRIED_FOR_MS).toISOString(),
})

/**
 * Sends what was queued, with French spaces: every mail passes here, and its author typed plain ones. What its addressee's server
 * refuses for good, or nobody took in five days, is given up and told to the administration.
 */
export const sendMail: Handler = async (world, { to, subject, text, triedUntil }) => {
  const message = { to: String(to), subject: bindSpaces(String(subject)), text: bindSpaces(String(text)) }
  try {
    await world.mail.send(message)
  } catch (error) {
    const isOver = typeof triedUntil === 'string' && world.now().toISOString() >= triedUntil
    if (!isOver && !isRefusedForGood(error)) throw error
    await keepUndelivered(world, message, error)
  }
}

/**
 * 5xx about the addressee (RFC 5321), as nodemailer tells it. Not where our own account, sender or right to relay is refused (5.7.x): that
 * is a setting, of which all mails would be lost until somebody mends it.
 */
function isRefusedForGood(error: unknown): boolean {
  const { responseCode = 0, command, response = '' } = error as Refusal
  return command === 'RCPT TO' && responseCode >= 500 && responseCode < 600 && !/\b5\.7\.\d/.test(response)
}

interface Refusal {
  responseCode?: number
  command?: string
  response?: string
}

async function keepUndelivered(world: World, { to, subject }: Message, error: unknown): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, MOST_REASON)
  await world.db
    .insertInto('undelivered_mail')
    .values({ id: world.newId(), recipient: to, subject, reason, at: world.now() })
    .execute()
  world.log.warn({ reason }, 'a mail was given up')
}

const MOST_REASON = 500
