import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { keys } from '../lib/keys.ts'
import { ConnectionContext } from './connection.ts'
import { type ConnectionState, openEventStream } from './event-stream.ts'
import { staleAfter, staleSoon } from './stale.ts'

/** Hints come in bursts (a busy page): one refresh per burst. */
const GATHER_MS = 150
const SOON_MS = 4_000

const eventsUrl = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws/events`

/** Refreshes what it is given, together, so many milliseconds after the first. */
function gather(queries: QueryClient, ms: number): { add: (keys: readonly QueryKey[]) => void; stop: () => void } {
  const stale = new Map<string, QueryKey>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = (): void => {
    timer = undefined
    for (const queryKey of stale.values()) void queries.invalidateQueries({ queryKey })
    stale.clear()
  }
  return {
    add(all) {
      for (const key of all) stale.set(JSON.stringify(key), key)
      if (all.length > 0) timer ??= setTimeout(refresh, ms)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Keeps what is shown up to date while somebody is signed in. */
export function Realtime({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [state, setState] = useState<ConnectionState>('connecting')
  useEffect(() => {
    const [now, soon] = [gather(queries, GATHER_MS), gather(queries, SOON_MS)]
    // When the session is gone, so is this component, and with it the socket.
    const askSession = (): void => void queries.invalidateQueries({ queryKey: keys.session })
    const stop = openEventStream(eventsUrl(), {
      onHint: (hint) => {
        now.add(staleAfter(hint))
        soon.add(staleSoon(hint))
      },
      onResync: () => void queries.invalidateQueries(),
      onState: setState,
      onRefused: askSession,
      onUnopened: askSession,
    })
    return () => {
      now.stop()
      soon.stop()
      stop()
    }
  }, [queries])
  return <ConnectionContext value={state}>{children}</ConnectionContext>
}
