/**
 * Files that are generated and committed: each command fails when its file is not what it would write now. Add a line per generator.
 * @type {[name: string, ...command: string[]][]}
 */
export const generated = [
  ['generated: database types', 'server/src/cli/db-types.ts', '--check'],
  ['generated: permissions, problems', 'server/src/cli/docs.ts', '--check'],
]
