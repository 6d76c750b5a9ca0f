// The rules of ARCHITECTURE.md that oxlint has no word for. Cycles, sizes and types are its own.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './lib/paths.mjs'
import { filesUnder } from './lib/stamp.mjs'
import { faultsOf } from './lint/rules.mjs'
import { parseSource } from './lint/source.mjs'

const FOLDERS = ['server', 'client', 'packages', 'migrations', 'e2e', 'bench', 'scripts']

const sources = FOLDERS.flatMap((folder) => filesUnder(join(root, folder)))
  .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !file.endsWith('.gen.ts'))
  .map((file) => parseSource(relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')))
const faults = sources.flatMap(faultsOf)
for (const { path, line, rule, why } of faults) console.log(`${path}:${line} ${rule} ${why}`)
console.log(`${sources.length} files, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
