import type { PageAnswer } from '@cenacle/contract/page'
import type { Thread } from '@cenacle/contract/comment'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useThreads } from './api.ts'
import { goToPassage, hidePassages, inReadingOrder, markDraft, showPassages, threadsUnder } from './passages.ts'
import { selectedPlace, type Selected } from './place.ts'

export type Filter = 'open' | 'resolved' | 'lost'

/** The comments of a page as one looks at them. */
export interface Comments {
  page: PageAnswer
  me: { id: string; name: string }
  threads: readonly Thread[]
  isFailed: boolean
  /** Those that the filter lets through. */
  shown: readonly Thread[]
  filter: Filter
  setFilter: (filter: Filter) => void
  isOpen: boolean
  open: () => void
  close: () => void
  active: string | undefined
  hovered: string | undefined
  hover: (id: string | undefined) => void
  /** Looks at one thread. @param how whether its card takes the focus, and whether its words are brought into view */
  look: (id: string | undefined, how?: { focus?: boolean; scroll?: boolean }) => void
  /** A card was pressed or took the focus. It opens nothing: the press may have closed what the card lies in. */
  touch: (id: string) => void
  /** The card that shall take the focus, once it is there. */
  wantsFocus: string | undefined
  focused: () => void
  /** A card that had the focus stands elsewhere now, as another element. */
  refocus: (id: string) => void
  /** What one is about to comment: a passage, or the page as a whole where there is none. */
  draft: { selected: Selected | undefined } | undefined
  begin: (selected: Selected | undefined) => void
  /** The same on what is selected now; undefined for whoever may not comment. */
  beginHere: (() => void) | undefined
  endDraft: () => void
  step: (by: 1 | -1) => void
}

/** Whether a thread has lost its words; one about the page as a whole has none to lose. */
export const isLost = ({ quote, anchored }: Pick<Thread, 'quote' | 'anchored'>): boolean => quote !== '' && !anchored

const passes = (filter: Filter) => (thread: Thread) =>
  filter === 'resolved' ? thread.resolved !== null : thread.resolved === null && (filter === 'open' || isLost(thread))

type Looking = Pick<
  Comments,
  | 'isOpen'
  | 'open'
  | 'close'
  | 'active'
  | 'hovered'
  | 'hover'
  | 'look'
  | 'touch'
  | 'wantsFocus'
  | 'focused'
  | 'refocus'
  | 'draft'
  | 'begin'
  | 'endDraft'
>

/** What one looks at, and what one is about to say. */
function useLooking(): Looking {
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<string>()
  const [hovered, hover] = useState<string>()
  const [wantsFocus, refocus] = useState<string>()
  const [draft, setDraft] = useState<Comments['draft']>()
  const look = useCallback<Comments['look']>((id, how = {}) => {
    setActive(id)
    if (id === undefined) return
    setOpen(true)
    if (how.scroll) goToPassage(id)
    if (how.focus) refocus(id)
  }, [])
  const begin = useCallback<Comments['begin']>((selected) => {
    markDraft(selected?.range)
    setDraft({ selected })
    setActive(undefined)
    setOpen(true)
  }, [])
  const endDraft = useCallback(() => {
    markDraft(undefined)
    setDraft(undefined)
  }, [])
  const close = (): void => {
    setOpen(false)
    setActive(undefined)
    endDraft()
  }
  const open = (): void => {
    refocus(undefined)
    setOpen(true)
  }
  const touch: Comments['touch'] = setActive
  const focused = (): void => refocus(undefined)
  return {
    isOpen,
    open,
    close,
    active,
    hovered,
    hover,
    look,
    touch,
    wantsFocus,
    focused,
    refocus,
    draft,
    begin,
    endDraft,
  }
}

/** @param me undefined for visitors, who see no comments */
export function useComments(page: PageAnswer, me: Comments['me'] | null | undefined): Comments | undefined {
  const sees = page.can.follow && me != null
  const query = useThreads(page.id, sees)
  const threads = useMemo(() => query.data ?? [], [query.data])
  const [filter, setFilter] = useState<Filter>('open')
  const looking = useLooking()
  const { active, hovered, look, begin } = looking
  const shown = useMemo(() => threads.filter(passes(filter)), [threads, filter])
  const step = useCallback<Comments['step']>(
    (by) => {
      const order = inReadingOrder(shown)
      const at = order.findIndex(({ id }) => id === active)
      const next = order[at === -1 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length]
      if (next) look(next.id, { focus: true, scroll: true })
    },
    [shown, active, look],
  )
  usePassages(sees, shown, active ?? hovered, look)
  useKeys(sees ? { step, begin: page.can.comment ? begin : undefined } : undefined)
  const beginHere = useCallback(() => begin(selectedPlace(document.getSelection())), [begin])
  if (!sees) return undefined
  return {
    ...looking,
    page,
    me,
    isFailed: query.isError,
    threads,
    shown,
    filter,
    setFilter,
    beginHere: page.can.comment ? beginHere : undefined,
    step,
  }
}

/** Commented words show that they are, and lead to what is said about them. */
function usePassages(sees: boolean, shown: readonly Thread[], lit: string | undefined, look: Comments['look']): void {
  useEffect(() => {
    if (!sees) return undefined
    showPassages(
      shown.map(({ id }) => id),
      lit,
    )
    return hidePassages
  }, [sees, shown, lit])
  useEffect(() => {
    if (!sees) return undefined
    const onClick = ({ target, defaultPrevented }: MouseEvent): void => {
      if (defaultPrevented || !document.getSelection()?.isCollapsed) return
      const id = threadsUnder(target).find((one) => shown.some((thread) => thread.id === one))
      if (id !== undefined) look(id)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [sees, shown, look])
}

interface Acts {
  step: Comments['step']
  begin: Comments['begin'] | undefined
}

/** Ctrl+Alt with M comments, with N and P goes to the next and the previous thread, wherever the focus is. */
function useKeys(acts: Acts | undefined): void {
  const step = acts?.step
  const begin = acts?.begin
  useEffect(() => {
    if (!step) return undefined
    const onKey = (event: KeyboardEvent): void => {
      // AltGr is Ctrl+Alt on some keyboards, and writes signs.
      if (!event.ctrlKey || !event.altKey || event.getModifierState('AltGraph')) return
      const key = keyOf(event)
      if (key === 'n') step(1)
      else if (key === 'p') step(-1)
      else if (key === 'm' && begin) begin(selectedPlace(document.getSelection()))
      else return
      event.preventDefault()
    }
    // Before the editor, which has keys of its own.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [step, begin])
}

/** The letter on the key; where Alt makes it another sign (macOS), the one that the key has in the Latin layout. */
const keyOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase()
