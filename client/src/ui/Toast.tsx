import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useT } from '../i18n/i18n.tsx'
import styles from './Toast.module.css'

interface Toast {
  id: number
  text: string
}
const SHOWN_MS = 7_000
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

const change = (next: readonly Toast[]): void => {
  toasts = next
  for (const listener of listeners) listener()
}
const close = (id: number): void => change(toasts.filter((toast) => toast.id !== id))

/** Says in passing that something was done. Never the only place where an error is shown. @param text already in the reader's language */
export const toast = (text: string): void => {
  lastId += 1
  const id = lastId
  change([...toasts.slice(-2), { id, text }])
  setTimeout(close, SHOWN_MS, id)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where toasts appear and are read aloud; once, in the shell. */
export function Toaster() {
  const t = useT()
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div className={styles['region']} role="status" aria-live="polite">
      {shown.map(({ id, text }) => (
        <div key={id} className={styles['toast']}>
          <span>{text}</span>
          <button type="button" className={styles['close']} aria-label={t('ui.close')} onClick={() => close(id)}>
            <X size={18} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  )
}
