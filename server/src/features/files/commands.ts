import { randomBytes } from 'node:crypto'
import type { FileAnswer } from '@cenacle/contract/file'
import type { PersonContext } from '../../context.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/space.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
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
  const key = randomBytes(KEY_BYTES).toString('hex')
  await ctx.files.put(key, image.bytes)
  const row = { name: cleanName(name), type: image.type, size: image.bytes.length }
  await ctx.db
    .insertInto('file')
    .values({ key, space_id: space.id, owner_id: ctx.viewer.id, ...row, created_at: ctx.now() })
    .execute()
  return { key, url: `/api/files/${key}`, ...row, width: image.width, height: image.height }
}

const cleanName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .normalize('NFC')
    .trim()
    .slice(0, NAME_MAX)
    .toWellFormed() || 'image'
