import { useState } from 'react'

const read = (name: string, last: number): number => {
  try {
    const at = Number(sessionStorage.getItem(name))
    return Number.isInteger(at) && at > 0 ? Math.min(at, last) : 0
  } catch {
    return 0
  }
}

/** Where the show is; a page that is loaded anew in the middle of it goes on from there. @param name of the show in this tab */
export function usePlace(name: string, last: number): [at: number, go: (at: number) => void] {
  const [at, setAt] = useState(() => read(name, last))
  const go = (wanted: number): void => {
    const next = Math.max(0, Math.min(last, wanted))
    setAt(next)
    try {
      sessionStorage.setItem(name, String(next))
    } catch {
      // A private window may refuse: the show then begins anew.
    }
  }
  return [at, go]
}
