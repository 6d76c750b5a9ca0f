import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { innerPath } from './inner-path.ts'
import styles from './Prose.module.css'

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
