import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onEnd } from './ending.mjs'

/**
 * Lends a temporary folder to `work`; it is gone afterwards, also when this process is told to end.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'cenacle-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const forget = onEnd(remove)
  try {
    return await work(folder)
  } finally {
    forget()
    remove()
  }
}
