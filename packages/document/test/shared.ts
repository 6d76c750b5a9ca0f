import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of real input, beside the repository. Not everywhere: the tests that need it say so and skip. */
const DATA = join(import.meta.dirname, '../../../../shared/data')

/** For `test(name, {skip})`: false where ../shared is there, else why the test cannot run. */
export const withoutShared = existsSync(DATA) ? false : `no ${DATA}: real input not available`

/** The real Markdown pages, path and text. */
export function guides(): { path: string; text: string }[] {
  return globSync('guides-etalab/**/*.md', { cwd: DATA })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(DATA, path), 'utf8') }))
}

export interface NastyInput {
  name: string
  where: string
  value: string | Uint8Array
}

/** The list of bad input, expanded. */
export async function nastyInputs(): Promise<NastyInput[]> {
  const module: { load(): NastyInput[] } = await import(join(DATA, 'expand-inputs.mjs'))
  return module.load()
}
