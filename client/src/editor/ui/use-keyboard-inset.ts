import { useEffect } from 'react'

/**
 * While one writes: `--keyboard` on the document is how much of the window a phone's keyboard covers (browsers that shrink the page for it
 * give 0), and `data-writing` tells the style sheet that the places at the bottom make room for the tools.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const root = document.documentElement
    const viewport = window.visualViewport
    const measure = (): void => {
      const covered = viewport ? window.innerHeight - viewport.height - viewport.offsetTop : 0
      root.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`)
    }
    root.dataset['writing'] = ''
    measure()
    viewport?.addEventListener('resize', measure)
    viewport?.addEventListener('scroll', measure)
    return () => {
      delete root.dataset['writing']
      root.style.removeProperty('--keyboard')
      viewport?.removeEventListener('resize', measure)
      viewport?.removeEventListener('scroll', measure)
    }
  }, [])
}
