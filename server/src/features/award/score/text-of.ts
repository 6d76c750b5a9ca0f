import { scoreLimits, type ScoreFault, type ScoreReport } from '@cenacle/contract/award-score'

/** A file as text, bounded; or why it is none. */
export interface FileText {
  text: string
  encoding: ScoreReport['encoding']
  faults: ScoreFault[]
}

const fault = (code: ScoreFault['code'], line: number | null = null, value: string | null = null): ScoreFault => ({
  line,
  column: null,
  code,
  value,
})

/**
 * The text of what was sent, before anything parses it: as Excel saves it (UTF-8 with its mark, UTF-16, or Windows-1252, which a
 * French town hall's « CSV » is), not longer than what may be read, no line longer than one may be.
 * @param bytes not more than `scoreLimits.bytes`, which the route sees to
 */
export function textOf(bytes: Uint8Array): FileText {
  const refused = (...faults: ScoreFault[]): FileText => ({ text: '', encoding: null, faults })
  const decoded = decode(bytes)
  // A workbook is a zip, and has zeros; so has any other file that is no text.
  if (!decoded || decoded.text.startsWith('PK\u0003\u0004') || decoded.text.includes('\0'))
    return refused(fault('not-csv', 1))
  if (decoded.text.trim() === '') return refused(fault('empty'))
  const kept = decoded.text.split(/\r\n|\n|\r/, scoreLimits.lines)
  const faults: ScoreFault[] = []
  const count = countLines(decoded.text)
  if (count > scoreLimits.lines) faults.push(fault('too-many-lines', scoreLimits.lines + 1, String(count)))
  const long = kept.findIndex((line) => line.length > scoreLimits.line)
  if (long !== -1) return refused(...faults, fault('line-too-long', long + 1, String(kept[long]?.length ?? 0)))
  return { text: kept.join('\n'), encoding: decoded.encoding, faults }
}

/** Counted, not cut: ten million line ends are ten million texts otherwise. */
function countLines(text: string): number {
  let count = /[\r\n]$/.test(text) ? 0 : 1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1
  }
  return count
}
const [LF, CR] = [10, 13]

function decode(bytes: Uint8Array): { text: string; encoding: NonNullable<ScoreReport['encoding']> } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const text = tryDecode('utf-16le', bytes)
    return text === undefined ? undefined : { text, encoding: 'utf-16' }
  }
  const text = tryDecode('utf-8', bytes)
  if (text !== undefined) return { text, encoding: 'utf-8' }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
