import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Keeps the screen on while the stage is shown, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isOver = false
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      // Refused on a low battery, or outside of HTTPS: the show goes on.
      const got = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (isOver) void got?.release()
      else lock = got
    }
    const again = (): void => void ask()
    void ask()
    document.addEventListener('visibilitychange', again)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', again)
      void lock?.release()
    }
  }, [])
}

const SCALES = [1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3]

/** Makes what is shown as large as the screen lets it be, by `--fit`. @param shown another value is another content */
export function useFit(shown: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const fit = (): void => {
      for (const scale of SCALES) {
        element.style.setProperty('--fit', String(scale))
        if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return
      }
    }
    fit()
    void document.fonts.ready.then(fit)
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown])
  return box
}

const AWAKE_MS = 3_000

/** Whether somebody has just moved the pointer: the controls and the arrow go when nobody does. */
export function useAwake(): boolean {
  const [isAwake, setAwake] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wake = (): void => {
      setAwake(true)
      clearTimeout(timer)
      timer = setTimeout(setAwake, AWAKE_MS, false)
    }
    wake()
    window.addEventListener('pointermove', wake)
    window.addEventListener('pointerdown', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
      window.removeEventListener('pointerdown', wake)
    }
  }, [])
  return isAwake
}

/** Whole screen or back; a browser that cannot (a phone) stays as it is. */
export const toggleFullScreen = (): void => {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()
  void change?.catch(() => undefined)
}

const FACES = ['500 3rem "Newsreader Variable"', '400 1rem "Source Sans 3 Variable"']

/** Whether the letters of every name are here: a font brings those of other languages only when a text asks for them. */
export function useLetters(texts: string): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let isOver = false
    const load = async (): Promise<void> => {
      // Without a font the system's own is there: nothing to wait for.
      await Promise.allSettled(FACES.map((face) => document.fonts.load(face, texts)))
      if (!isOver) setReady(true)
    }
    void load()
    return () => {
      isOver = true
    }
  }, [texts])
  return isReady
}
