import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import styles from './Prose.module.css'

/** The path of a link to this product that a plain click should follow without loading everything again. */
export const innerPath = (event: MouseEvent): string | undefined => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return undefined
  return link.pathname.startsWith('/api/') ? undefined : link.pathname + link.search + link.hash
}

/** A text that somebody wrote. @param html sanitised by the server, and nothing else */
export function Prose({ html }: { html: string }) {
  const navigate = useNavigate()
  const follow = (event: MouseEvent): void => {
    const path = innerPath(event)
    if (path === undefined) return
    event.preventDefault()
    void navigate(path)
  }
  // The links inside take the focus and the keyboard themselves; a click on one is only read here.
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
  return <div className={styles['prose']} onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
}
