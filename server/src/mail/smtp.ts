import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

/** Mail over SMTP. @param url smtp:// or smtps://, with user and password where needed */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url)
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to, subject, text })
    },
  }
}
