import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { arrive } from '../lib/arrival.ts'

/** What a browser does on a new page, done for screens: to the top, and the focus to the title. Going back keeps the place. */
export function RouteEffects() {
  const { pathname } = useLocation()
  const type = useNavigationType()
  const last = useRef(pathname)
  // A layout effect, so that it comes before the effect in which the title of the new screen takes the arrival.
  useLayoutEffect(() => {
    if (last.current !== pathname) arrive()
    last.current = pathname
  }, [pathname])
  useEffect(() => {
    if (type !== 'POP' && !location.hash) window.scrollTo(0, 0)
  }, [pathname, type])
  return null
}
