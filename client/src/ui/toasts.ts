import { useSyncExternalStore } from 'react'

/** What undoes what was just done. @property label a verb */
export interface ToastAction {
  label: string
  onPress: () => void
}
export interface Toast {
  id: number
  text: string
  action?: ToastAction
}
const SHOWN_MS = 7_000
/** Long enough to be reached by keyboard, and by who reads slowly. */
const SHOWN_WITH_ACTION_MS = 25_000
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

const change = (next: readonly Toast[]): void => {
  toasts = next
  for (const listener of listeners) listener()
}
/** Takes one away before its time. */
export const closeToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id))

/**
 * Says in passing that something was done. Never the only place where an error is shown, nor the only way to undo.
 * @param text already in the reader's language
 */
export const toast = (text: string, action?: ToastAction): void => {
  lastId += 1
  const id = lastId
  change([...toasts.slice(-2), { id, text, ...(action && { action }) }])
  setTimeout(closeToast, action ? SHOWN_WITH_ACTION_MS : SHOWN_MS, id)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The toasts that are shown, the newest last. */
export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts)
