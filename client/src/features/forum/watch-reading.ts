import { createReadTracker } from './read-tracker.ts'

/** At most one position per so many milliseconds goes to the server. */
const SEND_MS = 1_500
/** Half of a post, or half of the screen where the post is taller. */
const SHARE = 0.5
const THRESHOLDS = Array.from({ length: 21 }, (_, i) => i / 20)

const isOnScreen = ({ intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): boolean =>
  intersectionRatio >= SHARE || intersectionRect.height >= SHARE * (rootBounds?.height ?? innerHeight)

const isFocused = (): boolean => document.hasFocus() && document.visibilityState === 'visible'
const now = (): number => performance.now()

/** Says a position when it has risen, not too often. */
const createSayer = (readNumber: number, onRead: (number: number) => void) => {
  const tracker = createReadTracker(readNumber, isFocused(), now())
  let said = readNumber
  let saidAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    clearTimeout(timer)
    const read = tracker.read(now())
    if (read <= said) return
    said = read
    saidAt = now()
    onRead(read)
  }
  const plan = (): void => {
    clearTimeout(timer)
    const rise = tracker.read(now()) > said ? now() : tracker.nextRise(now())
    if (rise === undefined) return
    const wait = Math.max(rise, saidAt + SEND_MS) - now()
    timer = setTimeout(
      () => {
        flush()
        plan()
      },
      Math.max(0, wait),
    )
  }
  return { tracker, flush, plan }
}

interface Listener {
  onRead: (number: number) => void
  /** A post came into sight. */
  onSeen: (number: number) => void
}

/**
 * Follows what is read of the elements with `data-number` inside of a list.
 * @param readNumber the position that the server knows
 * @returns stops it, and says what was read until then
 */
export const watchReading = (list: HTMLElement, readNumber: number, { onRead, onSeen }: Listener): (() => void) => {
  const { tracker, flush, plan } = createSayer(readNumber, onRead)
  const follow = (): void => {
    tracker.focus(isFocused(), now())
    if (document.visibilityState === 'hidden') flush()
    plan()
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const number = Number((entry.target as HTMLElement).dataset['number'])
        if (isOnScreen(entry)) {
          tracker.show(number, now())
          onSeen(number)
        } else tracker.hide(number, now())
      }
      plan()
    },
    { threshold: THRESHOLDS },
  )
  for (const element of list.querySelectorAll('[data-number]')) observer.observe(element)
  window.addEventListener('focus', follow)
  window.addEventListener('blur', follow)
  document.addEventListener('visibilitychange', follow)
  return () => {
    flush()
    observer.disconnect()
    window.removeEventListener('focus', follow)
    window.removeEventListener('blur', follow)
    document.removeEventListener('visibilitychange', follow)
  }
}
