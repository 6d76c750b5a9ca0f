import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', '.tsc', '.git', '.cache', 'test-results'])

/**
 * The files under a file or folder, sorted, without what is installed, built or cached.
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(path) {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => !SKIPPED.has(entry.name))
  return entries
    .flatMap((entry) => {
      const inside = join(path, entry.name)
      if (entry.isDirectory()) return filesUnder(inside)
      return entry.isFile() ? [inside] : []
    })
    .sort()
}

/**
 * One hash over names and contents: it changes when a file changes, comes, goes or is renamed.
 * @param {string} base folder that the paths are relative to, so that a moved clone keeps its hash
 * @param {string[]} paths files or folders inside `base`
 * @returns {string} SHA-256 in hexadecimal
 */
export function hashOf(base, paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(join(base, path))) {
      const bytes = readFileSync(file)
      // Name and length first: otherwise bytes could move from one file to the next unnoticed.
      hash.update(`${file.slice(base.length)}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} file
 * @returns {string | undefined} what was last stamped, if anything was
 */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Writes a stamp in one step, so that a reader never sees half of it.
 * @param {string} file
 * @param {string} value
 */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, value)
  renameSync(draft, file)
}
