import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder, absolute, without a trailing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Where the scripts keep stamps, locks and logs. It goes away with node_modules, as it must: the stamps speak of it. */
export const cache = join(root, 'node_modules', '.cache', 'cenacle')
