import { DAY } from '../votes.ts'
import { UNKNOWN_ID, type Installation } from '../matrix/installation.ts'
import type { Sample } from './fields.ts'

/** A word in every text that is sent: no log may hold it. */
export const CANARY = 'kanari-7f3e'

/** What is right for each field. */
export const sampleIn =
  (i: Installation): Sample =>
  (name, schema, path) => {
    if (schema.enum) return schema.enum[0]
    if (schema.const !== undefined) return schema.const
    if (schema.type === 'boolean') return false
    if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
    if (schema.format === 'date-time') return new Date(i.t.deps.world.now().getTime() + 20 * DAY).toISOString()
    if (name === 'parentId') return null
    if (schema.format === 'uuid') return idFor(i, name, path)
    if (schema.format === 'byte') return ''
    if (name === 'email' || name === 'contactEmail') return `${CANARY}@exemple.fr`
    return `${CANARY} du texte assez long pour être un motif`
  }

/** What an id of this name means on this route. */
export function idFor(i: Installation, name: string, path: string): string {
  const place = i.places.find((one) => one.name === 'atelier-a')
  if (!place) throw new Error('no workshop')
  const known: Record<string, string> = {
    spaceId: place.id,
    topicId: place.topicId,
    pageId: place.pageId,
    personId: i.people.get('member')?.id ?? '',
    sponsorId: i.host.id,
    key: place.fileKey,
    sessionId: 'a'.repeat(24),
    seq: '1',
    connection: '0198c0de-0000-4000-8000-00000000000a',
    id: path.includes('votes') ? place.decisionId : i.freshCandidacy,
  }
  return known[name] ?? UNKNOWN_ID
}

/** Percent-encodes also what is no text; what is malformed in the list stays malformed. */
export const encode = (value: string): string =>
  [...Buffer.from(value.toWellFormed())].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

export function urlOf(i: Installation, path: string, own: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => own[name] ?? encode(idFor(i, name, path)))
}
