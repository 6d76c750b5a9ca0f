import type { PageItem } from '@cenacle/contract/page'
import { useState } from 'react'
import type { Key } from 'react-aria-components/Tree'

/** Up to this many pages everything is unfolded until somebody folds it. */
const UNFOLD_TO = 40
/** What was folded and unfolded where, as long as the browser's tab lives: who comes back from a page finds the tree as it was. */
const remembered = new Map<string, ReadonlyMap<string, boolean>>()

/** Which pages of a tree show those below them. */
export type Unfolded = ReturnType<typeof useUnfolded>

/** Remembers it for a space. */
export function useUnfolded(pages: readonly PageItem[], spaceId: string) {
  const [choices, setChoices] = useState(() => remembered.get(spaceId) ?? new Map<string, boolean>())
  const parents = new Set(pages.flatMap(({ parentId }) => parentId ?? []))
  const isOpen = (id: string): boolean => choices.get(id) ?? pages.length <= UNFOLD_TO
  const remember = (changed: Iterable<[string, boolean]>): void => {
    const next = new Map([...choices, ...changed])
    remembered.set(spaceId, next)
    setChoices(next)
  }
  return {
    expanded: new Set<Key>([...parents].filter(isOpen)),
    setExpanded: (keys: ReadonlySet<Key>): void =>
      remember([...parents].flatMap((id) => (keys.has(id) === isOpen(id) ? [] : [[id, keys.has(id)]]))),
    /** Shows what has just come below a page. */
    open: (id: string | null): void => {
      if (id !== null) remember([[id, true]])
    },
  }
}
