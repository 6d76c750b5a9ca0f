import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptMail, Mail, Message } from './mail.ts'

/**
 * Mail as files in a directory, where no SMTP server is configured: the operator reads them there, an administrator on a screen.
 * @param directory made when needed, readable by its owner only
 */
export function outboxMail(directory: string, from: string, now: () => Date): Mail {
  return {
    async send(message) {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const name = `${now().toISOString().replaceAll(':', '-')}-${Math.random().toString(36).slice(2, 8)}.eml`
      await writeFile(join(directory, name), asEml(message, from, now()), { mode: 0o600, flag: 'wx' })
    },
    async kept(most) {
      const names = await readdir(directory).catch(noneYet)
      // Names begin with the instant, so that their order is that of time.
      const newest = names
        .filter((name) => NAME.test(name))
        .toSorted()
        .toReversed()
        .slice(0, most)
      const mails = await Promise.all(newest.map((name) => readKept(directory, name)))
      return mails.filter((mail) => mail !== undefined)
    },
    async forget(before) {
      const names = await readdir(directory).catch(noneYet)
      // What is not named as mails are is somebody else's.
      const old = names.filter((name) => NAME.test(name) && instantIn(name) < before)
      for (const name of old) await rm(join(directory, name), { force: true })
    },
  }
}

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-\w+\.eml$/

const instantIn = (name: string): Date => new Date(name.replace(NAME, '$1:$2:$3'))

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

function noneYet(error: unknown): string[] {
  if (isMissing(error)) return []
  throw error
}

/** One file as it was sent; undefined when somebody removed it meanwhile. */
async function readKept(directory: string, name: string): Promise<KeptMail | undefined> {
  const text = await readFile(join(directory, name), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (text === undefined) return undefined
  const end = text.indexOf('\n\n')
  const heads = text.slice(0, end).split('\n')
  const head = (key: string): string => heads.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2) ?? ''
  return {
    id: name.replace(/\.eml$/, ''),
    to: head('To'),
    subject: head('Subject'),
    text: text.slice(end + 2).trimEnd(),
    at: instantIn(name),
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
