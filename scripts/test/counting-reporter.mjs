// A reporter for node:test that writes one line of JSON per finished test, so that a run that is cut short still counts.

/**
 * @typedef {{ kind: 'passed' | 'failed' | 'skipped' | 'opened' | 'closed', name: string, detail: string }} Line `opened`, `closed`: a file
 * @typedef {{ type: string, data: any }} Event the runner's own events, of which @types/node types too few
 */

/** @param {AsyncIterable<Event>} events */
export default async function* countingReporter(events) {
  /** @type {Map<string, string>} what each file said on its error stream: all there is when it could not even load */
  const words = new Map()
  const opened = new Set()
  for await (const event of events) {
    const { file = '', entryFile, message } = event.data
    if (entryFile !== undefined && !opened.has(entryFile)) {
      opened.add(entryFile)
      yield jsonLine({ kind: 'opened', name: entryFile, detail: '' })
    }
    if (event.type === 'test:complete' && entryFile === undefined)
      yield jsonLine({ kind: 'closed', name: file, detail: '' })
    if (event.type === 'test:stderr') words.set(file, `${words.get(file) ?? ''}${message}`)
    const line = lineOf(event)
    const said = entryFile === undefined ? (words.get(file) ?? '') : ''
    if (line) yield jsonLine({ ...line, detail: `${line.detail}\n${said}`.trim() })
  }
}

/** @param {Line} line */
const jsonLine = (line) => `${JSON.stringify(line)}\n`

/**
 * What an event says about one test; nothing for the groups around tests, unless one of their hooks failed.
 * @param {Event} event
 * @returns {Line | undefined}
 */
export function lineOf({ type, data }) {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined
  const name = [data.classname, data.name].filter(Boolean).join(' › ')
  const detail = type === 'test:fail' ? errorOf(data) : ''
  if (data.details.type === 'suite') return isOwnFailure(type, data) ? { kind: 'failed', name, detail } : undefined
  // Without `entryFile` the event is about a whole file: it says nothing when tests ran in it, and "passed" when none did.
  if (type === 'test:pass' && data.entryFile === undefined)
    return { kind: 'failed', name, detail: 'there is no test in this file' }
  if (type === 'test:fail') return { kind: 'failed', name, detail }
  if (data.skip !== undefined || data.todo !== undefined)
    return { kind: 'skipped', name, detail: String(data.skip ?? data.todo) }
  return { kind: 'passed', name, detail: '' }
}

/**
 * @param {string} type
 * @param {any} data
 */
function isOwnFailure(type, data) {
  return type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed'
}

/** @param {any} data */
function errorOf(data) {
  const error = data.details.error?.cause ?? data.details.error
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const where = data.file ? `${data.file}:${data.line}\n` : ''
  return `${where}${text.split('\n').slice(0, 14).join('\n')}`
}
