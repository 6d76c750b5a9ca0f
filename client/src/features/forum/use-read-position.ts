import { useEffect, useEffectEvent } from 'react'
import { watchReading } from './watch-reading.ts'

interface ReadPosition {
  /** The list that holds elements with `data-number`. */
  list: HTMLElement | null
  /** Changes whenever the elements do. */
  posts: unknown
  readNumber: number
  onRead: (number: number) => void
  /** A post came into sight. */
  onSeen: (number: number) => void
}

/** Says how far somebody has read: a post counts after a second on screen with the tab focused. */
export const useReadPosition = ({ list, posts, readNumber, onRead, onSeen }: ReadPosition): void => {
  const say = useEffectEvent(onRead)
  const see = useEffectEvent(onSeen)
  const watch = useEffectEvent((list: HTMLElement) =>
    watchReading(list, readNumber, { onRead: (number) => say(number), onSeen: (number) => see(number) }),
  )
  useEffect(() => (list ? watch(list) : undefined), [list, posts])
}
