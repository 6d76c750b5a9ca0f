/**
 * After a navigation inside the product the focus goes to the title of the new screen, as it would on a new page. The
 * title may come later than the address: whoever shows it takes the arrival that waits.
 */
let waiting = false

/** A navigation happened. */
export const arrive = (): void => {
  waiting = true
}

/** True once per navigation. */
export const takeArrival = (): boolean => {
  const taken = waiting
  waiting = false
  return taken
}

/** Gives the focus to the title of the screen: where an act took away what had it. */
export const focusHead = (): void => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
