import { useCallback, useEffect, useState } from 'react'
import { Problem } from '../../../lib/problem.ts'

const loaded = new Map<unknown, unknown>()

/**
 * A part of a screen that is loaded when it is first needed. Not `lazy`: without a network that would take the whole screen
 * away, what is being written too, and not try again.
 * @param load the same function each time
 */
export const useLatePart = <Part>(load: () => Promise<Part>) => {
  const [part, setPart] = useState(() => loaded.get(load) as Part | undefined)
  const [error, setError] = useState<unknown>(null)
  const fetch = useCallback((): void => {
    load().then(
      (found) => {
        loaded.set(load, found)
        setError(null)
        setPart(() => found)
      },
      () => setError(new Problem('offline', 0)),
    )
  }, [load])
  useEffect(() => {
    if (!loaded.has(load)) fetch()
  }, [load, fetch])
  return { part, error, retry: fetch }
}
