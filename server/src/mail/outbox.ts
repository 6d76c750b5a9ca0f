import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mail, Message } from './mail.ts'

/**
 * Mail as files in a directory, where no SMTP server is configured: the operator reads them there.
 * @param directory made when needed, readable by its owner only
 */
export function outboxMail(directory: string, from: string, now: () => Date): Mail {
  return {
    async send(message) {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const name = `${now().toISOString().replaceAll(':', '-')}-${Math.random().toString(36).slice(2, 8)}.eml`
      await writeFile(join(directory, name), asEml(message, from, now()), { mode: 0o600, flag: 'wx' })
    },
  }
}

const header = (text: string): string => text.replace(/[\r\n]+/g, ' ')
const asEml = ({ to, subject, text }: Message, from: string, at: Date): string =>
  [
    `From: ${header(from)}`,
    `To: ${header(to)}`,
    `Subject: ${header(subject)}`,
    `Date: ${at.toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\n')
