const LINK_SCHEMES = new Set(['http', 'https', 'mailto'])

/** C0 controls and DEL: browsers drop some of them inside a URL, so `java\tscript:` is a scheme too. */
// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const CONTROLS = /[\u0000-\u001f\u007f\u2028\u2029]/g

function clean(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed().replace(CONTROLS, '').trim() : ''
}

function schemeOf(url: string): string | null {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? null
}

/** `//host`, and `/\host`, which browsers read as `//host`. */
function startsWithHost(url: string): boolean {
  return /^[\\/]{2}/.test(url)
}

/**
 * The address of a link, cleaned: http, https, mailto, a relative path or an anchor.
 * @returns null for anything else (javascript:, data:, //host, empty)
 */
export function safeHref(value: unknown): string | null {
  const url = clean(value)
  if (url === '' || startsWithHost(url)) return null
  const scheme = schemeOf(url)
  // A relative path has no colon in its first part: what looks like a scheme to anybody is one to us.
  if (scheme === null) return /^[^/?#]*:/.test(url) ? null : url
  return LINK_SCHEMES.has(scheme) ? url : null
}

/**
 * The address of an image as a document may keep it: a relative path, a path of this site, or http(s). Only those
 * that `isLocalImage` accepts are ever loaded; a foreign one is shown as a link, since loading it betrays the reader.
 * @returns null for anything else
 */
export function imageSource(value: unknown): string | null {
  const url = safeHref(value)
  return url === null || url.startsWith('#') || schemeOf(url) === 'mailto' ? null : url
}

/** May a reader's browser load this image? Only from our own origin: a path, without scheme, host or backslash. */
export function isLocalImage(src: string): boolean {
  const url = imageSource(src)
  return url !== null && schemeOf(url) === null && !url.includes('\\')
}
