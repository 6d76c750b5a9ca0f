import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { asProblem } from '../../../lib/problem.ts'
import { type Announced, type Palmares, useAnnouncement, usePalmares } from './api.ts'
import { leftAt, nextLook } from './opening.ts'

/** Counts down to an instant of the server, and asks from then on until the answer takes this away. @returns ms left */
function useLeft(announced: Announced | undefined, ask: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (!announced) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const now = leftAt(announced, performance.now())
      setLeft(now)
      if (now === null) return
      if (now <= 0) ask()
      timer = setTimeout(look, nextLook(now, Math.random()))
    }
    look()
    return () => clearTimeout(timer)
  }, [announced, ask])
  return left
}

export interface Opening {
  query: UseQueryResult<Palmares>
  /** It is not public yet: what is known of it, and how long it will be. */
  before: { announced: Announced; left: number | null } | undefined
  /** This page was open before the palmarès was. */
  hasWaited: boolean
}

/** A palmarès, or the wait for it, which ends by itself at the second at which the server opens it. */
export function useOpening(id: string, version?: number): Opening {
  const query = usePalmares(id, version)
  const isClosed = query.data === undefined && query.isError
  const isEmbargo = isClosed && asProblem(query.error)?.code === 'embargo'
  const [waits, setWaits] = useState(false)
  // A line that is cut while one waits changes nothing of what is waited for.
  if (isEmbargo && !waits) setWaits(true)
  const { data: announced } = useAnnouncement(id, waits && query.data === undefined)
  const { refetch } = query
  const [ask] = useState(() => (): void => void refetch())
  const left = useLeft(query.data === undefined && waits ? announced : undefined, ask)
  const before = query.data === undefined && waits && announced ? { announced, left } : undefined
  return { query, before, hasWaited: waits }
}
