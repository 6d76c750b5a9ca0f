import type { Level } from './api.ts'

/** Levels that stay empty because those above are shared. */
export function emptiedBySharing(levels: readonly Pick<Level, 'winners' | 'withheld'>[]): Set<number> {
  const emptied = new Set<number>()
  for (const [index, { winners }] of levels.entries())
    for (let below = index + 1; below < Math.min(index + winners.length, levels.length); below += 1)
      if (levels[below]?.withheld === false) emptied.add(below)
  return emptied
}
