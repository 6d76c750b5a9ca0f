import { useEffect, useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './Post.module.css'
import { selectionIn } from './selection.ts'

interface Found {
  number: number
  x: number
  y: number
}

/** « Citer » under what was just selected in a post; the menu of each post does the same without a pointer. */
export function SelectionQuote({ onQuote }: { onQuote: (number: number) => void }) {
  const t = useT()
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    const look = (): void => {
      const selected = selectionIn(document.getSelection())
      if (!selected) return setFound(undefined)
      const { number, range } = selected
      const box = range.getBoundingClientRect()
      setFound({ number, x: Math.max(8, box.left + scrollX), y: box.bottom + scrollY + 8 })
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  if (!found) return null
  const quote = (): void => {
    onQuote(found.number)
    document.getSelection()?.removeAllRanges()
  }
  return (
    <div className={styles['cite']} style={{ insetInlineStart: found.x, insetBlockStart: found.y }}>
      <Button size="small" preventFocusOnPress onPress={quote}>
        {t('post.quote')}
      </Button>
    </div>
  )
}
