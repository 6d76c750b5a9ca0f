import { type InlineToken, tokenText } from './inline-tokens.ts'
import { fileSizeOf, targetOf } from './references.ts'

/** Longest label that is looked at. */
const MAX_LABEL = 4000
const BRACKETED = /^\[(?:[^\\[\]]|\\.)*\]$/s

/**
 * What a link is when it is more than a link: a mention (`[@Nom](/personnes/id)`, `[[Titre]](/pages/id)`) or a file
 * (`[nom](src "fichier, 12 octets")`).
 * @param label its text as it stands in the source: an escaped `\@` or `\[` makes an ordinary link
 */
export function readReference(
  label: string,
  inner: InlineToken[],
  { href, title }: { href: string; title: string | null },
): InlineToken | null {
  const size = fileSizeOf(href, title)
  if (size !== null) return { kind: 'file', src: href, name: tokenText(inner), size }
  const target = title === null && label.length <= MAX_LABEL ? targetOf(href) : null
  if (target?.kind === 'person' && label.startsWith('@')) {
    return { kind: 'mention', target, label: tokenText(inner).slice(1) }
  }
  if (target?.kind === 'page' && BRACKETED.test(label)) {
    return { kind: 'mention', target, label: tokenText(inner).slice(1, -1) }
  }
  return null
}
