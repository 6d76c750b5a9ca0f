import { problems } from '@cenacle/contract/problems'
import type { Field } from './fields.ts'

const allowedCodes = new Set<string>(Object.keys(problems))

/** What speaks against an answer, if anything does. */
export function faultOf(status: number, type: string, body: string, field: Partial<Field>): string | undefined {
  if (status >= 500) return 'a server error'
  if (status < 400) return undefined
  if (!type.startsWith('application/problem+json')) return `no problem+json but ${type}`
  const problem = JSON.parse(body)
  if (!allowedCodes.has(problem.code)) return 'an unknown code'
  if (typeof problem.requestId !== 'string' || problem.requestId === '') return 'no requestId'
  if (/\bat \/|node_modules|select |insert |SQLSTATE/i.test(body)) return 'something of the inside'
  if (status === 422 && problem.code === 'invalid') {
    if (!Array.isArray(problem.errors) || problem.errors.length === 0) return 'no errors'
    const pointers: string[] = problem.errors.map(({ pointer }: { pointer: string }) => pointer)
    if (field.where === 'body' && !field.isRefused && !pointers.some((one) => one.startsWith(`/${field.at?.[0]}`)))
      return 'no pointer to the field'
  }
  return undefined
}

const KEPT = ['title', 'name', 'body', 'purpose', 'question', 'motivation', 'employer', 'headline', 'pitch']
/** What was accepted comes back as it was sent, but for its outer spaces and its normal form. */
export function changeOf(body: string, type: string, field: Partial<Field>, value: unknown): string | undefined {
  const [name, ...deeper] = field.at ?? []
  if (typeof value !== 'string' || deeper.length > 0 || !KEPT.includes(String(name)) || !type.includes('/json'))
    return undefined
  const kept: unknown = JSON.parse(body)[String(name)]
  const sent = value.normalize('NFC').trim()
  return kept === undefined || kept === sent ? undefined : `changed to ${JSON.stringify(kept).slice(0, 100)}`
}

/** Where people's work is kept: nothing is added here by what was refused. */
export const TABLES = [
  'person',
  'space',
  'space_person',
  'invitation',
  'topic',
  'post',
  'page',
  'file',
  'candidacy',
  'vote',
  'ballot',
  'vote_event',
  'search_entry',
  'job',
]
