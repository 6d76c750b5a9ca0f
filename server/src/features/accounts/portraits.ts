import { randomBytes } from 'node:crypto'
import type { Me } from '@cenacle/contract/person'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import { Problem } from '../../problem.ts'
import { getMe, getPerson } from './queries.ts'

const SIDE = 320
const PIXELS_MAX = 40_000_000

/**
 * Sets one's portrait: read by its content, not its name, cut to a square, written anew without its metadata (a phone's
 * photograph says where it was taken). Raster images only. @throws Problem unsupported-image
 */
export async function setPortrait(ctx: PersonContext, bytes: Uint8Array): Promise<Me> {
  const image = await reencode(bytes)
  const key = randomBytes(20).toString('hex')
  await ctx.files.put(key, image)
  return replacePortrait(ctx, key)
}

export const removePortrait = (ctx: PersonContext): Promise<Me> => replacePortrait(ctx, null)

async function replacePortrait(ctx: PersonContext, key: string | null): Promise<Me> {
  const earlier = await inTx(ctx, async (ctx) => {
    const person = await ctx.db
      .selectFrom('person')
      .select('portrait_key')
      .where('id', '=', ctx.viewer.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await ctx.db.updateTable('person').set({ portrait_key: key }).where('id', '=', ctx.viewer.id).execute()
    await record(ctx, { type: 'person.changed', ids: { personId: ctx.viewer.id } })
    return person.portrait_key
  })
  if (earlier) await ctx.files.remove(earlier)
  return getMe(ctx)
}

async function reencode(bytes: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
    const { format } = await image.metadata()
    if (!format || !['jpeg', 'png', 'webp', 'gif', 'avif'].includes(format)) throw new Problem('unsupported-image')
    return await image
      .rotate()
      .resize(SIDE, SIDE, { fit: 'cover', position: 'attention' })
      .webp({ quality: 82 })
      .toBuffer()
  } catch (error) {
    throw new Problem('unsupported-image', { cause: error })
  }
}

/** The picture of somebody whom the viewer may see. @throws Problem not-found */
export async function getPortrait(ctx: PersonContext, personId: string): Promise<Uint8Array> {
  const person = await getPerson(ctx, personId)
  const bytes = person.portrait_key ? await ctx.files.get(person.portrait_key) : undefined
  if (!bytes) throw new Problem('not-found')
  return bytes
}
