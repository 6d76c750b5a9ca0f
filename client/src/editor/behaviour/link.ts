import { safeHref } from '@cenacle/document/urls'

/**
 * The address that a person means by what they typed: « www.exemple.fr » and « exemple.fr/page » are sites, « a@exemple.fr » is a mail
 * address, a path or `#` stays within the product.
 * @returns null for what is none
 */
export function linkTo(typed: string): string | null {
  const text = typed.trim()
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return safeHref(`mailto:${text}`)
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#.])/i.test(text) && !/^[\w-]+(?:\.[\w-]+)+:\d/.test(text)) return safeHref(text)
  return /^[^\s/]+\.[^\s/.]{2,}/.test(text) ? safeHref(`https://${text}`) : null
}
