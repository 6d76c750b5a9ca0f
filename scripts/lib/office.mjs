import { asPackager, which } from './machine.mjs'

/** @typedef {{ missing: string, remedy: string } | undefined} Lack */

/** Program → the Debian package that brings it. */
const TOOLS = { soffice: 'libreoffice-writer-nogui', qpdf: 'qpdf', pdftotext: 'poppler-utils' }

/**
 * The programs that make and open the documents which come in and go out: LibreOffice, qpdf, pdftotext. What the machine lacks, apt-get
 * brings.
 * @param {(line: string) => void} say told before something is downloaded
 * @returns {Promise<Lack>} what could not be had; nothing when all is there
 */
export async function provideOffice(say) {
  const before = lacking()
  if (before.length === 0) return undefined
  say(`${before.join(', ')}: asking apt-get…`)
  const { reason } = await asPackager(`apt-get -q install -y --no-install-recommends ${packagesOf(before)}`)
  const after = lacking()
  if (after.length === 0) return undefined
  return {
    missing: `${after.join(', ')}: ${reason || 'not in their packages'}`,
    remedy: `apt-get install ${packagesOf(after)}`,
  }
}

/**
 * Which of the programs are not there.
 * @param {string} [path] the folders to look in
 * @returns {(keyof typeof TOOLS)[]}
 */
export function lacking(path = process.env.PATH ?? '') {
  return /** @type {(keyof typeof TOOLS)[]} */ (Object.keys(TOOLS)).filter((name) => which(name, path) === undefined)
}

/** @param {(keyof typeof TOOLS)[]} names */
const packagesOf = (names) => names.map((name) => TOOLS[name]).join(' ')
