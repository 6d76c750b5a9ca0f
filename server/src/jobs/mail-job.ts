import type { Message } from '../mail/mail.ts'
import { enqueue, type Handler } from './jobs.ts'

type Enqueue = Parameters<typeof enqueue>[0]

/** Queues a mail in the transaction that gives reason to it: no mail for what was rolled back, none lost after it. */
export const queueMail = (ctx: Enqueue, message: Message): Promise<void> => enqueue(ctx, 'mail.send', { ...message })

export const sendMail: Handler = async (world, { to, subject, text }) => {
  await world.mail.send({ to: String(to), subject: String(subject), text: String(text) })
}
