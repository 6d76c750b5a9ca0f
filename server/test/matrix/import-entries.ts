import type { ImportTable } from '../../src/database/schema.gen.ts'
import { uuidv7 } from '../../src/ids.ts'
import * as spacePolicy from '../../src/policy/space.ts'
import { hiddenTo, inPlaces, type Case, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Actor, type Installation, type Place } from './installation.ts'

/** A form with one small file and nothing else. */
export const ONE_FILE = {
  body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.md"\r\ncontent-type: text/markdown\r\n\r\nmot\r\n--b--\r\n',
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
}

/** An import that waits, of somebody in a space. */
async function anImport({ t }: Installation, personId: string, place: Place): Promise<string> {
  const now = t.deps.world.now()
  const row = { id: uuidv7(now.getTime()), space_id: place.id, person_id: personId, name: 'Import' }
  const state: ImportTable['state'] = 'preview'
  const dates = { created_at: now, expires_at: new Date(now.getTime() + 86_400_000) }
  await t.deps.world.db
    .insertInto('import')
    .values({ ...row, ...dates, state, faults: '[]' })
    .execute()
  return row.id
}

/** One's own import, wherever one may write; the host's, and one that nobody has. */
const own =
  (
    request: (id: string) => Pick<Case, 'url' | 'body'>,
    may: (i: Installation, actor: Actor, place: Place) => boolean,
  ): Entry =>
  async (i, actor) => {
    const { id = '' } = i.people.get(actor) ?? {}
    const [first] = i.places
    if (!first) return []
    const hosts = await anImport(i, i.host.id, first)
    const others: Case[] = [hosts, UNKNOWN_ID].map((importId) => ({
      target: importId === hosts ? 'somebody else’s' : 'unknown',
      ...request(importId),
      expected: hiddenTo(i, actor),
    }))
    if (i.viewerOf(actor).kind !== 'person') return others
    const seen = i.places.filter((place) => spacePolicy.read(i.factsOf(actor, place)))
    const mine = await Promise.all(
      seen.map(
        async (place): Promise<Case> => ({
          target: `own, ${place.name}`,
          ...request(await anImport(i, id, place)),
          expected: may(i, actor, place) ? 'allowed' : 'forbidden',
        }),
      ),
    )
    return [...mine, ...others]
  }

const always = (): boolean => true
const writes = (i: Installation, actor: Actor, place: Place): boolean => spacePolicy.write(i.factsOf(actor, place))

/** Imports: who writes in a space brings pages in, and sees their own until they are in. */
export const importEntries: Record<string, Entry> = {
  'GET /api/spaces/:spaceId/imports': inPlaces({
    access: 'page.import',
    request: ({ id }) => ({ url: `/api/spaces/${id}/imports` }),
    may: spacePolicy.write,
  }),
  'POST /api/spaces/:spaceId/imports': inPlaces({
    access: 'page.import',
    request: ({ id }) => ({ url: `/api/spaces/${id}/imports`, ...ONE_FILE }),
    may: spacePolicy.write,
  }),
  'GET /api/imports/:importId': own((id) => ({ url: `/api/imports/${id}` }), always),
  'POST /api/imports/:importId/start': own((id) => ({ url: `/api/imports/${id}/start`, body: {} }), writes),
  'DELETE /api/imports/:importId': own((id) => ({ url: `/api/imports/${id}` }), always),
}
