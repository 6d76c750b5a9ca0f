/** Front matter, as far as pages need it: one `key: value` per line. */
export type FrontMatter = Record<string, string>

const MAX_LINES = 200

/**
 * Splits `---` front matter off a Markdown text. Reads `key: value` lines only, in linear time: no YAML, hence no
 * anchors, no types, no bombs. Other lines (lists, nested keys) are ignored.
 * @returns the text itself as `body` when there is no front matter
 */
export function readFrontMatter(markdown: string): { meta: FrontMatter; body: string } {
  const source = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const none = { meta: {}, body: source }
  if (!/^---[ \t]*\n/.test(source)) return none
  const lines = source.split('\n', MAX_LINES)
  const end = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  if (end === -1) return none
  const meta: FrontMatter = Object.create(null)
  for (const line of lines.slice(1, end)) {
    const colon = line.indexOf(':')
    const key = line.slice(0, colon)
    if (colon > 0 && /^[A-Za-z][\w-]*$/.test(key)) meta[key] = unquote(line.slice(colon + 1).trim())
  }
  return { meta, body: source.slice(lines.slice(0, end + 1).join('\n').length + 1) }
}

function unquote(value: string): string {
  if (/^".*"$/.test(value)) return value.slice(1, -1).replace(/\\(["\\])/g, '$1')
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'")
  return value
}

/** Front matter as text, values always quoted; nothing for no keys. @param meta values of one line each */
export function writeFrontMatter(meta: FrontMatter): string {
  const lines = Object.entries(meta).map(([key, value]) => `${key}: "${value.replace(/["\\]/g, '\\$&')}"\n`)
  return lines.length === 0 ? '' : `---\n${lines.join('')}---\n\n`
}
