import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import styles from './CommentsBar.module.css'
import { selectedPlace, type Selected } from './place.ts'

interface Found extends Selected {
  x: number
  y: number
}
const HALF = 70

/** « Commenter » under what was just selected in a page that one reads; where one writes, the editor's own bar has it. */
export function SelectionButton({ onComment }: { onComment: (selected: Selected) => void }) {
  const t = useT()
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      const selection = document.getSelection()
      const isWriting = document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable
      const selected = isWriting ? undefined : selectedPlace(selection)
      if (!selected) return setFound(undefined)
      const box = selected.range.getBoundingClientRect()
      const middle = box.left + box.width / 2
      const x = Math.min(Math.max(middle, HALF), document.documentElement.clientWidth - HALF)
      setFound({ ...selected, x: x + scrollX, y: box.bottom + scrollY + 8 })
    }
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, 150)
    }
    document.addEventListener('selectionchange', later)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', later)
    }
  }, [])
  if (!found) return null
  const comment = (): void => {
    onComment(found)
    document.getSelection()?.removeAllRanges()
  }
  return createPortal(
    <div className={styles['pick']} style={{ insetInlineStart: found.x, insetBlockStart: found.y }}>
      <Button size="small" preventFocusOnPress onPress={comment}>
        <MessageSquarePlus size={18} aria-hidden />
        {t('comments.act')}
      </Button>
    </div>,
    document.body,
  )
}
