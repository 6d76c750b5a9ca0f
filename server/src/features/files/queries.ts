import type { Context } from '../../context.ts'
import { hidden } from '../../policy/allow.ts'
import { visibleTo } from '../../policy/visible.ts'

/**
 * A file of a space that the viewer may read.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function getFile(ctx: Context, key: string): Promise<{ bytes: Uint8Array; type: string; name: string }> {
  const row = await ctx.db
    .selectFrom('file')
    .select(['type', 'name'])
    .where('key', '=', key)
    .where(visibleTo(ctx.viewer, ctx.now(), 'file.space_id'))
    .executeTakeFirst()
  const bytes = row && (await ctx.files.get(key))
  if (!row || !bytes) throw hidden(ctx.viewer)
  return { bytes, type: row.type, name: row.name }
}
