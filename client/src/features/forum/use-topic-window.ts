import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { type Post, type Topic, usePosts } from './api.ts'
import { numberIn, openingNumber } from './windows.ts'

const elementOf = (number: number): HTMLElement | null => document.getElementById(`message-${number}`)

/** Into sight, with the focus, so that the keyboard and a screen reader go on from there. */
const bring = (element: HTMLElement, block: ScrollLogicalPosition): void => {
  element.scrollIntoView({ block })
  element.focus({ preventScroll: true })
}

/** Whoever reads the end of a topic sees what arrives there. @returns leaves the end, until one comes to it again */
const useFollowEnd = (query: ReturnType<typeof usePosts>, posts: readonly Post[]): (() => void) => {
  const follows = useRef(false)
  const { hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (posts.length === 0 || isFetching) return
    if (!hasNextPage) follows.current = true
    else if (follows.current) void fetchNextPage()
  }, [posts, hasNextPage, isFetching, fetchNextPage])
  return useCallback(() => {
    follows.current = false
  }, [])
}

/**
 * The part of a topic that is on the screen: opens at the post that the address names, else at the first unread, and goes on
 * in both directions without moving what is being read.
 */
export const useTopicWindow = (topic: Topic) => {
  const { hash, key } = useLocation()
  const named = numberIn(hash)
  const [start, setStart] = useState(() => openingNumber(topic, named))
  const query = usePosts(topic.id, start)
  const posts = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const wanted = useRef<{ number: number; block: ScrollLogicalPosition } | undefined>(
    start > 1 ? { number: start, block: 'start' } : undefined,
  )
  const held = useRef<{ number: number; top: number } | undefined>(undefined)
  const leaveEnd = useFollowEnd(query, posts)

  const settle = useCallback((): void => {
    const element = wanted.current && elementOf(wanted.current.number)
    if (!wanted.current || !element) return
    bring(element, wanted.current.block)
    wanted.current = undefined
  }, [])
  const goTo = useCallback(
    (number: number, block: ScrollLogicalPosition = 'start') => {
      wanted.current = { number, block }
      if (elementOf(number)) return settle()
      leaveEnd()
      setStart(number)
    },
    [settle, leaveEnd],
  )

  // The same address chosen again has another key, and goes there again.
  const address = key + hash
  const [place, setPlace] = useState(address)
  if (place !== address) {
    setPlace(address)
    if (named !== undefined && !posts.some(({ number }) => number === named)) setStart(Math.min(named, topic.postCount))
  }
  useEffect(() => {
    if (named === undefined) return
    wanted.current = { number: named, block: 'start' }
    settle()
  }, [named, address, settle])
  useEffect(settle, [posts, settle])

  // Earlier posts appear above: what was under the eyes stays there, also where the browser does not see to it.
  useLayoutEffect(() => {
    const element = held.current && elementOf(held.current.number)
    if (!held.current || !element || posts[0]?.number === held.current.number) return
    window.scrollBy(0, element.getBoundingClientRect().top - held.current.top)
    held.current = undefined
  }, [posts])

  const showBefore = (): void => {
    const first = posts[0]
    const element = first && elementOf(first.number)
    if (first && element) held.current = { number: first.number, top: element.getBoundingClientRect().top }
    leaveEnd()
    void query.fetchPreviousPage()
  }
  return { query, posts, named, goTo, showBefore }
}
