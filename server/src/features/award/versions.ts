import { palmaresContent, type PalmaresContent, type PalmaresVersion } from '@cenacle/contract/award-jury'
import type { Db } from '../../database/types.ts'
import type { EditionRow } from './rows.ts'

/** A version of a palmarès as it was signed. */
export interface PublishedVersion extends PalmaresVersion {
  palmares: PalmaresContent
}

/**
 * Every published version of an edition's palmarès, the newest first; the last is the one that was sealed. Whether it is public yet is
 * for the caller to ask.
 */
export async function listVersions(
  db: Db,
  edition: Pick<EditionRow, 'id' | 'palmares' | 'palmares_hash' | 'published_at'>,
): Promise<PublishedVersion[]> {
  const { id, palmares, palmares_hash: hash, published_at } = edition
  if (!palmares || !hash || !published_at) return []
  const errata = await db
    .selectFrom('award_erratum')
    .select(['id', 'version', 'reason', 'palmares', 'hash', 'published_at'])
    .where('edition_id', '=', id)
    .where('published_at', 'is not', null)
    .orderBy('version', 'desc')
    .execute()
  const signed = await erratumNames(
    db,
    errata.map((erratum) => erratum.id),
  )
  const sealed = { version: 1, reason: null, hash, palmares, published_at, signedBy: await sealNames(db, id, hash) }
  return [...errata.map((erratum) => ({ ...erratum, signedBy: signed.get(erratum.id) ?? [] })), sealed].map((one) => ({
    version: one.version,
    hash: one.hash,
    publishedAt: one.published_at?.toISOString() ?? '',
    reason: one.reason,
    signedBy: one.signedBy,
    palmares: palmaresContent.parse(JSON.parse(one.palmares)),
  }))
}

async function sealNames(db: Db, editionId: string, hash: string): Promise<string[]> {
  const rows = await db
    .selectFrom('award_signature as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select('p.name')
    .where('s.edition_id', '=', editionId)
    .where('s.hash', '=', hash)
    .orderBy('s.signed_at')
    .execute()
  return rows.map(({ name }) => name)
}

async function erratumNames(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('award_erratum_signature as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['s.erratum_id', 'p.name'])
    .where('s.erratum_id', 'in', [...ids])
    .orderBy('s.signed_at')
    .execute()
  const names = Map.groupBy(rows, ({ erratum_id }) => erratum_id)
  return new Map([...names].map(([id, people]) => [id, people.map(({ name }) => name)]))
}
