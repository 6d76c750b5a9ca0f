import type { Locale, Say } from '../i18n/i18n.tsx'
import { asProblem } from '../lib/problem.ts'

/** Codes that the dictionary says better than the server can, or that the server never sent. */
const ours = [
  'offline',
  'unreadable',
  'not-found',
  'wrong-credentials',
  'too-many-requests',
  'unavailable',
  'link-used',
  'weak-password',
  'forbidden',
  'invalid',
  'conflict',
] as const
type Ours = (typeof ours)[number]
const isOurs = (code: string): code is Ours => ours.some((known) => known === code)

/** The title and the explanation of whatever was thrown. The server writes its titles in French. */
export const problemText = (error: unknown, locale: Locale, t: Say): { title: string; detail: string | undefined } => {
  const problem = asProblem(error)
  if (!problem) return { title: t('problem.unknown'), detail: undefined }
  if (isOurs(problem.code)) return { title: t(`problem.${problem.code}`), detail: problem.detail }
  if (locale === 'fr' && problem.message) return { title: problem.message, detail: problem.detail }
  return { title: t('problem.unknown'), detail: problem.detail ?? problem.message }
}
