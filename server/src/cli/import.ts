import { parseArgs } from 'node:util'
import type { World } from '../context.ts'
import { importFolder, type ImportReport } from './import/import-folder.ts'
import { actingIn } from './operator.ts'
import { startProgress } from './progress.ts'

export const importUsage = `cenacle import <folder> --space <slug> [--as <email>]

Brings a folder of Markdown into a space as a page tree, with its images and the links between its files. README.md
or index.md is the page of its folder. Running it again makes new pages: nothing is overwritten.
  --as    whose pages they are; else whoever runs the space`

/**
 * `cenacle import`.
 * @returns what to print, and whether anything was imported
 * @throws Error with one line that says what is wrong with the arguments
 */
export async function importCommand(args: string[], world: World): Promise<{ text: string; ok: boolean }> {
  const options = { space: { type: 'string' }, as: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1 || values.space === undefined) throw new Error(importUsage)
  const { ctx, spaceId } = await actingIn(world, values.space, values.as)
  const report = await importFolder(ctx, spaceId, folder, (total) => startProgress('Import', total))
  return { text: summary(report), ok: report.pages > 0 }
}

function summary({ pages, images, links, broken, failures }: ImportReport): string {
  const counts = `${pages} pages, ${images} images, ${links} links between pages, ${broken.length} links that lead nowhere, ${failures.length} files not read`
  return [
    ...broken.map(({ path, address }) => `  ${path}: ${address} leads nowhere in the folder`),
    ...failures.map(({ path, reason }) => `  ${path}: ${reason}`),
    counts,
  ].join('\n')
}
