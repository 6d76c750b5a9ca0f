import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** One of the 74 inputs, expanded. */
export interface Input {
  name: string
  where: string
  value: string | Buffer
}

const script = new URL('../../../../shared/data/expand-inputs.mjs', import.meta.url)

/** The list beside the repository, or undefined where it is absent. */
export async function nastyInputs(): Promise<Input[] | undefined> {
  if (!existsSync(script)) return undefined
  const { load } = (await import(pathToFileURL(script.pathname).href)) as { load: () => Input[] }
  return load()
}

/** Values of another type than any text, beside the list. */
export const wrongTypes: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e300,
  9_007_199_254_740_992,
  {},
  [],
  [[]],
  { $gt: '' },
]

const forged = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url')
const ID = '0198c0de-0000-7000-8000-00000000dead'
/** Cursors that decode, to something that was never sent. */
export const forgedCursors: readonly string[] = [
  [],
  {},
  ['x'],
  ['x', ID],
  ['x', 'y', ID],
  ['\ud800', ID],
  ['committee', 'a\u0000b', ID],
  ['nobody', 'é'.repeat(100), ID],
  ['2026-02-30T12:00:00Z', ID],
  ['0000-01-01T00:00:00Z', ID],
  ['9999-12-31T23:59:59.999999Z', ID],
  [9_007_199_254_740_991, ID],
  [-9_007_199_254_740_991, ID],
  ['after', 9_007_199_254_740_991],
  ['before', -1],
  ['after', 3_000_000_000],
  [ID],
  [0.5, 1, ID],
  [0, 1, ID],
  [1e308, 9_007_199_254_740_991, ID],
].map(forged)
