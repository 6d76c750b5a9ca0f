import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const LIMITS = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024 }

async function withFile<T>(bytes: Uint8Array, use: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cenacle-pdf-'))
  try {
    const path = join(folder, 'in.pdf')
    await writeFile(path, bytes)
    return await use(path, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a PDF says, as `pdftotext` finds it. */
export const pdfText = (bytes: Uint8Array): Promise<string> =>
  withFile(bytes, async (path) => (await run('pdftotext', ['-enc', 'UTF-8', path, '-'], LIMITS)).stdout)

/** A PDF with nothing compressed in it, once qpdf finds no fault in it. */
export const plainPdf = (bytes: Uint8Array): Promise<string> =>
  withFile(bytes, async (path, folder) => {
    await run('qpdf', ['--check', path], LIMITS)
    const plain = join(folder, 'plain.pdf')
    await run('qpdf', ['--qdf', '--object-streams=disable', path, plain], LIMITS)
    return (await readFile(plain)).toString('latin1')
  })
