import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { test } from 'node:test'
import { build, type Rolldown } from 'vite'

const LIMIT_KB = 150
const EDITOR_LIMIT_KB = 260

/** The product as it is put online, kept in memory. */
const buildChunks = async (): Promise<Map<string, Rolldown.OutputChunk>> => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const built = await build({ root, logLevel: 'error', build: { write: false } })
  assert.ok('output' in built)
  return new Map(built.output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])))
}

let built: ReturnType<typeof buildChunks> | undefined
const chunksOf = (): ReturnType<typeof buildChunks> => (built ??= buildChunks())

/** A chunk and all that it imports before it runs. */
const withImports = (
  chunks: Map<string, Rolldown.OutputChunk>,
  start: string,
  seen = new Set<string>(),
): Set<string> => {
  if (seen.has(start)) return seen
  seen.add(start)
  for (const imported of chunks.get(start)?.imports ?? []) withImports(chunks, imported, seen)
  return seen
}

test(`the first screen loads at most ${LIMIT_KB} kB of JavaScript, gzip, and no editor`, async (t) => {
  const chunks = await chunksOf()
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry)
  assert.ok(entry)
  for (const screen of ['routes/Home.tsx', 'routes/SignIn.tsx', 'routes/Page.tsx']) {
    const names = withImports(chunks, entry.fileName)
    for (const part of [screen, 'i18n/fr.ts']) {
      const chunk = [...chunks.values()].find((one) => one.facadeModuleId?.endsWith(part))
      assert.ok(chunk, `${part} is no chunk of its own`)
      withImports(chunks, chunk.fileName, names)
    }
    const parts = [...names].map((name) => chunks.get(name)).filter((chunk) => chunk !== undefined)
    const kB = parts.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0) / 1000
    t.diagnostic(`${screen}: ${kB.toFixed(1)} kB in ${parts.length} files`)
    assert.ok(kB <= LIMIT_KB, `${screen}: ${kB.toFixed(1)} kB`)
    const editor = parts.flatMap((chunk) => chunk.moduleIds).filter((id) => /prosemirror|@tiptap|\/yjs\//.test(id))
    assert.deepEqual(editor, [])
  }
})

test(`the editor adds at most ${EDITOR_LIMIT_KB} kB of JavaScript, gzip, to the page that one reads`, async (t) => {
  const chunks = await chunksOf()
  const chunkOf = (part: string): string => {
    const chunk = [...chunks.values()].find((one) => one.facadeModuleId?.endsWith(part))
    assert.ok(chunk, `${part} is no chunk of its own`)
    return chunk.fileName
  }
  const read = withImports(chunks, chunkOf('routes/Page.tsx'))
  const added = [...withImports(chunks, chunkOf('editor/PageEditor.tsx'))].filter((name) => !read.has(name))
  const kB = added.reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length, 0) / 1000
  t.diagnostic(`${kB.toFixed(1)} kB in ${added.length} files`)
  assert.ok(kB <= EDITOR_LIMIT_KB, `${kB.toFixed(1)} kB`)
})
