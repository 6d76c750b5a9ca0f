import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, extname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Why a test that needs these programs cannot run here; false when all are there. For `test(name, { skip: without('soffice') }, …)`:
 * `npm test` gets them, and says so in its summary when it cannot.
 */
export function without(...programs: string[]): string | false {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const missing = programs.filter((name) => !folders.some((folder) => existsSync(join(folder, name))))
  return missing.length > 0 && `not on this machine: ${missing.join(', ')}`
}

/**
 * A document as LibreOffice writes it in another format.
 * @param file its name says what it is (`note.html`, `note.docx`)
 * @param filter the format, perhaps with LibreOffice's filter: `docx`, `docx:MS Word 2007 XML`, `html`, `pdf`
 * @param infilter the filter to read it with, where the name alone does not say it (`HTML (StarWriter)`: a text, not a web page)
 */
export async function convert(
  file: { name: string; bytes: Uint8Array | string },
  filter: string,
  infilter?: string,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'cenacle-office-'))
  try {
    await writeFile(join(folder, file.name), file.bytes)
    // A profile of its own: two at a time would wait for each other's.
    const args = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', filter]
    const more = infilter === undefined ? [] : [`--infilter=${infilter}`]
    await run('soffice', [...args, ...more, '--outdir', join(folder, 'out'), join(folder, file.name)], {
      timeout: 120_000,
      env: { ...process.env, HOME: folder },
    })
    const format = filter.split(':', 1)[0] ?? filter
    return await readFile(join(folder, 'out', `${basename(file.name, extname(file.name))}.${format}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
