import { type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { innerPath } from '../../ui/inner-path.ts'
import { nameTasks, updateHtml } from './live-html.ts'
import '../../editor/page-prose.css'

/** A table that is wider than the screen scrolls inside, also by keyboard. */
function makeTablesReachable(container: HTMLElement, label: string): void {
  for (const block of container.querySelectorAll<HTMLElement>('table, pre')) {
    const isWide = block.scrollWidth > block.clientWidth + 1
    if (isWide) block.tabIndex = 0
    else block.removeAttribute('tabindex')
    if (isWide && block instanceof HTMLTableElement) block.setAttribute('aria-label', label)
    else block.removeAttribute('aria-label')
  }
}

/** The text of a page as it is now; what others write comes in without moving what one reads. @param html from the server */
export function LiveHtml({ html }: { html: string }) {
  const t = useT()
  const navigate = useNavigate()
  const container = useRef<HTMLDivElement>(null)
  const label = t('page.tableLabel')
  useLayoutEffect(() => {
    const element = container.current
    if (!element) return undefined
    const isFirst = element.childNodes.length === 0
    updateHtml(element, html)
    const target = isFirst && location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
    target?.scrollIntoView()
    const measure = (): void => makeTablesReachable(element, label)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [html, label])
  useEffect(() => {
    if (container.current) nameTasks(container.current)
  }, [html])
  const follow = (event: MouseEvent): void => {
    const path = innerPath(event)
    if (path === undefined || path.startsWith(`${location.pathname}#`)) return
    event.preventDefault()
    void navigate(path)
  }
  // The links inside take the focus and the keyboard themselves; a click on one is only read here.
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
  return <div ref={container} className="page-prose" onClick={follow} />
}
