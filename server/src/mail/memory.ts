import type { Mail, Message } from './mail.ts'

/** Mail that is kept, for tests. */
export function memoryMail(): Mail & { sent: Message[] } {
  const sent: Message[] = []
  return {
    sent,
    async send(message) {
      sent.push(message)
    },
  }
}
