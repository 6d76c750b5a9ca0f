import type { KeptMail, Mail, Message } from './mail.ts'

/** Mail that is kept, for tests. */
export function memoryMail(now: () => Date = () => new Date()): Mail & { sent: Message[] } {
  const sent: Message[] = []
  const kept: KeptMail[] = []
  return {
    sent,
    async send(message) {
      sent.push(message)
      kept.unshift({ ...message, id: String(sent.length), at: now() })
    },
    kept: async (most) => kept.slice(0, most),
    async forget(before) {
      for (const { id } of kept.filter(({ at }) => at < before))
        kept.splice(
          kept.findIndex((mail) => mail.id === id),
          1,
        )
    },
  }
}
