import {
  autoUpdate,
  computePosition,
  flip,
  offset,
  type Placement,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom'
import { type RefObject, useLayoutEffect } from 'react'

const MARGIN = 8

/** Where what floats beside the text is put: within the landmark of the text, so that it is found there. */
export const layerOf = (text: HTMLElement): HTMLElement => text.closest('main') ?? document.body

/**
 * Keeps an element beside a place in the text while one scrolls, types or turns the screen; above it where there is no room below.
 * @param rectOf where the place is now; null hides the element
 * @param renew anything whose change moves the place
 */
export function useFloating(
  floating: RefObject<HTMLElement | null>,
  context: HTMLElement,
  rectOf: () => DOMRect | null,
  placement: Placement,
  renew: unknown,
): void {
  useLayoutEffect(() => {
    const element = floating.current
    if (!element) return undefined
    const anchor: VirtualElement = {
      contextElement: context,
      getBoundingClientRect: () => rectOf() ?? new DOMRect(-1000, -1000, 0, 0),
    }
    const fit = size({
      padding: MARGIN,
      apply: ({ availableHeight }) =>
        void element.style.setProperty('max-block-size', `${Math.min(340, Math.max(120, availableHeight))}px`),
    })
    const place = async (): Promise<void> => {
      const middleware = [offset(MARGIN), flip({ padding: MARGIN }), shift({ padding: MARGIN }), fit]
      const { x, y } = await computePosition(anchor, element, { placement, middleware })
      element.style.setProperty('transform', `translate(${Math.round(x)}px, ${Math.round(y)}px)`)
    }
    return autoUpdate(anchor, element, () => void place(), { animationFrame: false })
    // `renew` stands for what `rectOf` reads.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [floating, context, placement, renew])
}
