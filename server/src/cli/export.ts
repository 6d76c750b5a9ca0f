import { parseArgs } from 'node:util'
import type { Deps } from '../deps.ts'
import { exportSpace } from './export/export-space.ts'
import { startProgress } from './progress.ts'

export const exportUsage = `cenacle export <space> <folder>

Writes the pages of a space as a folder of Markdown, with their images and relative links; « cenacle import » reads it
back. The folder must be empty, or not exist yet.`

/**
 * `cenacle export`.
 * @returns what to print, and whether every page was written
 * @throws Error with one line that says what is wrong with the arguments or the folder
 */
export async function exportCommand(
  args: string[],
  { world, collab }: Pick<Deps, 'world' | 'collab'>,
): Promise<{ text: string; ok: boolean }> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [slug, folder] = positionals
  if (slug === undefined || folder === undefined || positionals.length > 2) throw new Error(exportUsage)
  const space = await world.db.selectFrom('space').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!space) throw new Error(`no space « ${slug} »`)
  const start = (total: number) => startProgress('Export', total)
  const { pages, images, failures } = await exportSpace(world, collab.rooms, space.id, folder, start)
  const lines = failures.map(({ path, reason }) => `  ${path}: ${reason}`)
  const counts = `${pages} pages, ${images} images, ${failures.length} pages not written`
  return { text: [...lines, counts].join('\n'), ok: failures.length === 0 }
}
