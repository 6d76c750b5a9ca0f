import { createContext, use, useSyncExternalStore } from 'react'
import type { ConnectionState } from './event-stream.ts'

/** The state of the events socket, given by `Realtime`. */
export const ConnectionContext = createContext<ConnectionState>('connecting')

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** `offline` when the device says so; else the state of the events socket. */
export const useConnection = (): ConnectionState | 'offline' => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const state = use(ConnectionContext)
  return online ? state : 'offline'
}
