import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { keys } from '../lib/keys.ts'
import { ConnectionContext } from './connection.ts'
import { type ConnectionState, openEventStream } from './event-stream.ts'
import { staleAfter } from './stale.ts'

/** Hints come in bursts (a busy page): one refresh per burst. */
const GATHER_MS = 150

const eventsUrl = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws/events`

/** Keeps what is shown up to date while somebody is signed in. */
export function Realtime({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [state, setState] = useState<ConnectionState>('connecting')
  useEffect(() => {
    const stale = new Map<string, readonly unknown[]>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = (): void => {
      timer = undefined
      for (const queryKey of stale.values()) void queries.invalidateQueries({ queryKey })
      stale.clear()
    }
    const stop = openEventStream(eventsUrl(), {
      onHint: (hint) => {
        for (const key of staleAfter(hint)) stale.set(JSON.stringify(key), key)
        timer ??= setTimeout(refresh, GATHER_MS)
      },
      onResync: () => void queries.invalidateQueries(),
      onState: setState,
      onRefused: () => void queries.invalidateQueries({ queryKey: keys.session }),
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [queries])
  return <ConnectionContext value={state}>{children}</ConnectionContext>
}
