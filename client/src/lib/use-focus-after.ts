import { useEffect, useRef, useState } from 'react'

/**
 * Gives the focus to what follows an act, where what was pressed goes with the act.
 * The screen may change before the answer to the act or after it, since colleagues' acts are shown at once: the focus is given when
 * the answer is here, and again only where it was lost meanwhile. Whoever has gone on by then is not called back.
 * @param give puts the focus where it belongs after an act; gets what the act was about
 * @param changed what the act changes on the screen
 * @returns to be called when the answer is here
 */
export function useFocusAfter<About = void>(give: (about: About) => void, changed: unknown): (about: About) => void {
  const [act, setAct] = useState<{ about: About }>()
  const given = useRef<typeof act>(undefined)
  const newest = useRef(give)
  useEffect(() => {
    newest.current = give
  })
  useEffect(() => {
    if (!act || (given.current === act && document.activeElement !== document.body)) return
    given.current = act
    newest.current(act.about)
  }, [act, changed])
  return (about) => setAct({ about })
}
