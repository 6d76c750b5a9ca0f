import { bindSpaces } from '../exports/typography.ts'
import type { Message } from '../mail/mail.ts'
import { enqueue, enqueueAll, type Handler } from './jobs.ts'

type Enqueue = Parameters<typeof enqueue>[0]

/** Queues a mail in the transaction that gives reason to it: no mail for what was rolled back, none lost after it. */
export const queueMail = (ctx: Enqueue, message: Message): Promise<void> => enqueue(ctx, 'mail.send', { ...message })

/** The same for many at once. */
export const queueMails = (ctx: Enqueue, messages: Message[]): Promise<void> =>
  enqueueAll(
    ctx,
    'mail.send',
    messages.map((message) => ({ ...message })),
  )

/** Sends what was queued, with French spaces: every mail passes here, and its author typed plain ones. */
export const sendMail: Handler = async (world, { to, subject, text }) => {
  await world.mail.send({ to: String(to), subject: bindSpaces(String(subject)), text: bindSpaces(String(text)) })
}
