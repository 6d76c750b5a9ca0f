import { randomBytes } from 'node:crypto'
import type { AttachmentAnswer, FileAnswer } from '@cenacle/contract/file'
import type { PersonContext } from '../../context.ts'
import { allow } from '../../policy/allow.ts'
import { Problem } from '../../problem.ts'
import * as policy from '../../policy/space.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { documentType } from './document-kinds.ts'
import { reencodeImage } from './images.ts'

const NAME_MAX = 200
const KEY_BYTES = 20

/**
 * Stores an image in a space; who may read the space may see it.
 * @param name what it was called; shown, never a path
 * @param options.imported draws an SVG instead of refusing it, and takes longer animations
 * @throws Problem not-found, forbidden, unsupported-image
 */
export async function storeImage(
  ctx: PersonContext,
  idOrSlug: string,
  name: string,
  bytes: Uint8Array,
  options: { imported?: boolean } = {},
): Promise<FileAnswer> {
  const space = await getSpace(ctx, idOrSlug)
  allow(policy.write(factsOf(space)))
  const image = await reencodeImage(bytes, options)
  const stored = await keep(ctx, space.id, { name: cleanName(name, 'image'), type: image.type, bytes: image.bytes })
  return { ...stored, width: image.width, height: image.height }
}

/**
 * Stores a document as it came, to be downloaded and never shown; who may read the space may have it.
 * @param name what it is called; its end says what it is, and its bytes must agree
 * @throws Problem not-found, forbidden, unsupported-file
 */
export async function storeDocument(
  ctx: PersonContext,
  idOrSlug: string,
  name: string,
  bytes: Uint8Array,
): Promise<AttachmentAnswer> {
  const space = await getSpace(ctx, idOrSlug)
  allow(policy.write(factsOf(space)))
  const type = documentType(name, bytes)
  if (type === null) throw new Problem('unsupported-file')
  return keep(ctx, space.id, { name: cleanName(name, 'document'), type, bytes })
}

async function keep(
  ctx: PersonContext,
  spaceId: string,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): Promise<AttachmentAnswer> {
  const key = randomBytes(KEY_BYTES).toString('hex')
  await ctx.files.put(key, bytes)
  const row = { name, type, size: bytes.length }
  await ctx.db
    .insertInto('file')
    .values({ key, space_id: spaceId, owner_id: ctx.viewer.id, ...row, created_at: ctx.now() })
    .execute()
  return { key, url: `/api/files/${key}`, ...row }
}

const cleanName = (name: string, otherwise: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .normalize('NFC')
    .trim()
    .slice(0, NAME_MAX)
    .toWellFormed() || otherwise
