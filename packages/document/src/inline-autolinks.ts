import type { InlineToken } from './inline-tokens.ts'

const ANGLED = /<(?:([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)|([A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}))>/y
const BARE_URL = /(?:https?:\/\/|www\.)[^\s<>[\]`|\\]+/iy
const BARE_MAIL = /[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+(?![-_@])/y

function linked(text: string, href: string): InlineToken[] {
  const mark = { type: 'link', attrs: { href, title: null } }
  return [
    { kind: 'on', mark },
    { kind: 'text', text },
    { kind: 'off', mark },
  ]
}

/** `<https://…>` or `<name@host>` at `at`. */
export function readAngled(source: string, at: number): { tokens: InlineToken[]; end: number } | null {
  ANGLED.lastIndex = at
  const match = ANGLED.exec(source)
  if (!match) return null
  const [, url, mail = ''] = match
  return { tokens: linked(url ?? mail, url ?? `mailto:${mail}`), end: ANGLED.lastIndex }
}

/** What belongs to the sentence rather than to the address at its end. */
function trimUrl(url: string): string {
  let end = url.length
  let surplus = 0
  for (const char of url) surplus += char === ')' ? 1 : char === '(' ? -1 : 0
  for (; end > 0; end--) {
    const char = url[end - 1] as string
    if (char === ')' && surplus > 0) surplus--
    else if (!'?!.,:;*_~\'"»”’'.includes(char)) break
  }
  return url.slice(0, end)
}

/**
 * A bare address (GFM 6.9: https://…, www.…, name@host) at `at`, where a word starts.
 * @returns null when there is none
 */
export function readBare(source: string, at: number): { tokens: InlineToken[]; end: number } | null {
  BARE_URL.lastIndex = at
  const found = BARE_URL.exec(source)?.[0]
  if (found) {
    const url = trimUrl(found)
    const host = url.replace(/^(?:https?:\/\/)?/i, '')
    if (/^[\p{L}\p{N}]/u.test(host.replace(/^www\./i, ''))) {
      return { tokens: linked(url, /^www\./i.test(url) ? `http://${url}` : url), end: at + url.length }
    }
  }
  BARE_MAIL.lastIndex = at
  const mail = BARE_MAIL.exec(source)?.[0]
  return mail === undefined ? null : { tokens: linked(mail, `mailto:${mail}`), end: at + mail.length }
}
