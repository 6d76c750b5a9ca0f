/** @typedef {{ spec: string, line: number }} Import */
/** @typedef {{ path: string, text: string, code: string, imports: Import[] }} Source `code`: the text with comments and strings blanked */

/** What may stand before a division; before anything else, a slash begins a regular expression. */
const ENDS_A_VALUE = /[\w$)\]}]$/
const KEYWORD_BEFORE = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|await|yield|else|do)$/
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`|\/|[{}]/g
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y

/**
 * Blanks comments, the insides of strings and regular expressions, leaving every character and line where it was. Not a parser: a
 * quote alone in JSX text blanks at most the rest of its line.
 * @param {string} text
 */
export function blanked(text) {
  const out =
    [...text].length === text.length ? text.split('') : Array.from({ length: text.length }, (_, at) => text.charAt(at))
  /** @type {boolean[]} one entry per open brace; true for the `${` of a template */
  const braces = []
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) return out.join('')
    const [token] = found
    at = found.index + token.length
    if (token === '{') braces.push(false)
    else if (token === '}') {
      if (braces.pop()) at = blankTemplate(text, at, out, braces)
    } else if (token === '`') at = blankTemplate(text, at, out, braces)
    else if (token === '/') at = blankRegex(text, found.index, out)
    else blank(out, found.index, at, token.startsWith('/') ? 0 : 1)
  }
}

/**
 * @param {string} text
 * @param {number} from behind the opening backtick or the brace that closes an expression
 * @param {string[]} out
 * @param {boolean[]} braces
 */
function blankTemplate(text, from, out, braces) {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '`') return blank(out, from, at, 0) + 1
    else if (text.startsWith('${', at)) {
      braces.push(true)
      return blank(out, from, at, 0) + 2
    }
  }
  return blank(out, from, text.length, 0)
}

/**
 * @param {string} text
 * @param {number} from
 * @param {string[]} out
 */
function blankRegex(text, from, out) {
  const before = out
    .slice(Math.max(0, from - 200), from)
    .join('')
    .trimEnd()
  if (ENDS_A_VALUE.test(before) && !KEYWORD_BEFORE.test(before)) return from + 1
  REGEX.lastIndex = from
  const found = REGEX.exec(text)
  return found ? blank(out, from, from + found[0].length, 0) : from + 1
}

/**
 * @param {string[]} out
 * @param {number} from
 * @param {number} to
 * @param {number} margin how many characters to keep at both ends
 */
function blank(out, from, to, margin) {
  for (let at = from + margin; at < to - margin; at += 1) if (out[at] !== '\n') out[at] = ' '
  return to
}

const IMPORT = /\bfrom\s*(['"])|\bimport\s*\(?\s*(['"])/g

/**
 * @param {string} path from the root, with slashes
 * @param {string} text
 * @returns {Source}
 */
export function parseSource(path, text) {
  const code = blanked(text)
  const imports = [...code.matchAll(IMPORT)].map((found) => {
    const start = found.index + found[0].length
    const end = code.indexOf(found[1] ?? found[2] ?? '', start)
    return { spec: text.slice(start, end), line: lineAt(text, found.index) }
  })
  return { path, text, code, imports }
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {number} from 1
 */
export function lineAt(text, at) {
  return text.slice(0, at).split('\n').length
}
