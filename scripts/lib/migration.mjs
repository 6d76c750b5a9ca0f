/**
 * The next migration: its file's name and text, and the index with it in the list.
 * @param {string} title kebab-case, such as `watch-notes`
 * @param {string[]} files what lies in migrations/
 * @param {string} index the text of migrations/index.ts
 * @returns {{ file: string, text: string, index: string }}
 * @throws {Error} when the title is no name, or the index has another shape
 */
export function nextMigration(title, files, index) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(title))
    throw new Error('A migration is named in kebab-case: npm run db:new -- watch-notes')
  const numbers = files.flatMap((file) => /^(\d{4})-/.exec(file)?.[1] ?? []).map(Number)
  const name = `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}-${title}`
  const word = title.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())
  const lines = index.split('\n')
  const lastImport = lines.findLastIndex((line) => line.startsWith('import '))
  const end = lines.lastIndexOf('}')
  if (lastImport === -1 || end < lastImport)
    throw new Error('migrations/index.ts has no list to add to: add it by hand')
  if (new RegExp(`as ${word} }`).test(index)) throw new Error(`There is a migration ${title} already`)
  const imported = `import { statements as ${word} } from './${name}.ts'`
  const listed = `  '${name}': forward(${word}),`
  const next = [
    ...lines.slice(0, lastImport + 1),
    imported,
    ...lines.slice(lastImport + 1, end),
    listed,
    ...lines.slice(end),
  ]
  const text = `/** Why: what this brings, and for which feature. */\nexport const statements = [\n  \`\`,\n]\n`
  return { file: `${name}.ts`, text, index: next.join('\n') }
}
