import type { SiteRole } from '@cenacle/contract/person'
import { useEffect, useSyncExternalStore } from 'react'

/** The space in which a screen stands: the bar shows its name and its tabs. */
export interface Place {
  slug: string
  name: string
}
/** Whether somebody may see who the committee is; what they may do there the server says. */
export const isOfCommittee = (role: SiteRole): boolean => role !== 'guest' && role !== 'candidate'

let current: Place | undefined
const listeners = new Set<() => void>()
const set = (place: Place | undefined): void => {
  current = place
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place that the bar shows; undefined outside of a space. */
export const usePlace = (): Place | undefined => useSyncExternalStore(subscribe, () => current)

/** Tells the bar in which space this screen stands, as long as it is shown. Undefined while it is not known. */
export const useInPlace = (place: Place | undefined): void => {
  const slug = place?.slug
  const name = place?.name
  useEffect(() => {
    if (slug === undefined || name === undefined) return undefined
    set({ slug, name })
    return () => {
      if (current?.slug === slug) set(undefined)
    }
  }, [slug, name])
}
