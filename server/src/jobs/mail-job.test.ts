import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '../mail/mail.ts'
import { sendMail } from './mail-job.ts'

/** What leaves when this is queued. */
async function sent(message: Message): Promise<Message | undefined> {
  const outbox: Message[] = []
  const world = { mail: { send: async (mail: Message) => void outbox.push(mail) } }
  await sendMail(world as unknown as Parameters<typeof sendMail>[0], { ...message })
  return outbox[0]
}

test('a mail leaves with French spaces, in its subject and in its text', async () => {
  assert.deepEqual(
    await sent({
      to: 'lea@exemple.fr',
      subject: 'Renouvellement : gardez-vous votre siège ?',
      text: 'Bonjour Léa,\n\nLe vote « Où aller ? » est ouvert ; pour voter :\n\nhttps://exemple.fr/v',
    }),
    {
      to: 'lea@exemple.fr',
      subject: 'Renouvellement\u00a0: gardez-vous votre siège\u202f?',
      text: 'Bonjour Léa,\n\nLe vote «\u00a0Où aller\u202f?\u00a0» est ouvert\u202f; pour voter\u00a0:\n\nhttps://exemple.fr/v',
    },
  )
})

test('a link, an address and a hash leave as they are', async () => {
  const text = [
    'http://localhost:3000/votes/preparation/01J?next=a:b;c&d=!',
    'https://exemple.fr/mot-de-passe?x=y#aB3_-z',
    'lea+comité@exemple.fr',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ].join('\n\n')
  assert.equal((await sent({ to: 'a@b.fr', subject: 'Bonjour', text }))?.text, text)
})
