import { type FormEvent, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.tsx'
import { paths } from '../../lib/paths.ts'
import styles from './Shell.module.css'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The one search field; `/` goes to it from anywhere but a text. */
export function SearchField() {
  const t = useT()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void navigate(paths.search(input.current?.value.trim()))
  }
  return (
    <search>
      <form className={styles['search']} onSubmit={submit}>
        <input
          ref={input}
          type="search"
          name="q"
          maxLength={200}
          autoComplete="off"
          aria-label={t('app.searchEverywhere')}
          aria-keyshortcuts="/"
          placeholder={t('app.searchEverywhere')}
        />
        <kbd aria-hidden>/</kbd>
      </form>
    </search>
  )
}
