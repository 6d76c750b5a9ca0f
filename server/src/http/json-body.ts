import { Problem } from '../problem.ts'
import type { App } from './app-types.ts'

const DEPTH_MAX = 20
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** JSON and nothing else: strict UTF-8, an object or array, not deeper than 20, no `__proto__`. */
export function acceptJsonOnly(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body as Buffer)
    if (text === undefined) return done(new Problem('invalid-encoding'))
    if (isTooDeep(text)) return done(new Problem('bad-request'))
    void parse(request, text, (error, value) => {
      if (error) return done(new Problem('invalid-json', { cause: error }))
      if (typeof value !== 'object' || value === null) return done(new Problem('bad-request'))
      done(null, value)
    })
  })
}

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body)
  } catch {
    return undefined
  }
}

/** Counts brackets outside strings, before anything is built from them. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 0x5c) i++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > DEPTH_MAX) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}
