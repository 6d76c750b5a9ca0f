import type { MouseEvent } from 'react'

/** The path of a link to this product that a plain click should follow without loading everything again. */
export const innerPath = (event: MouseEvent): string | undefined => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return undefined
  return link.pathname.startsWith('/api/') ? undefined : link.pathname + link.search + link.hash
}
