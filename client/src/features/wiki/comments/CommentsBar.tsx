import { MessageSquarePlus, MessageSquareText } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { arrivals } from './arrivals.ts'
import styles from './CommentsBar.module.css'
import { selectedPlace, type Selected } from './place.ts'
import { SelectionButton } from './SelectionButton.tsx'
import type { Comments } from './use-comments.ts'

const Panel = lazy(async () => ({ default: (await import('./Panel.tsx')).Panel }))

interface CommentsBarProps {
  comments: Comments
  /** Where one writes, the way to a new comment is among the tools of the text. */
  isWriting?: boolean
}

/** How many comments are open, the way to them, and the way to a new one. What shows them is loaded when it is asked for. */
export function CommentsBar({ comments, isWriting = false }: CommentsBarProps) {
  const { t } = useI18n()
  const { page, threads, isOpen, open, close, begin } = comments
  const count = threads.filter(({ resolved }) => resolved === null).length
  // A press takes the selection away before it is heard.
  const selected = useRef<Selected>(undefined)
  const remember = (): void => void (selected.current = selectedPlace(document.getSelection()))
  return (
    <>
      <Arrivals comments={comments} />
      {threads.length > 0 && (
        <Button data-comments variant="quiet" size="small" aria-expanded={isOpen} onPress={isOpen ? close : open}>
          <MessageSquareText size={18} aria-hidden />
          <span className={isWriting ? styles['words'] : undefined}>{t('comments.count', { count })}</span>
          {isWriting && <span aria-hidden>{count}</span>}
        </Button>
      )}
      {page.can.comment && !isWriting && (
        <span onPointerDownCapture={remember} onKeyDownCapture={remember}>
          <Button
            variant="quiet"
            size="small"
            preventFocusOnPress
            aria-keyshortcuts="Control+Alt+M"
            onPress={() => begin(selected.current)}
          >
            <MessageSquarePlus size={18} aria-hidden />
            {t('comments.act')}
          </Button>
        </span>
      )}
      {page.can.comment && <SelectionButton onComment={begin} />}
    </>
  )
}

/** The list itself, beside the text or over it. */
export function CommentsPanel({ comments }: { comments: Comments }) {
  if (!comments.isOpen) return null
  return (
    <Suspense fallback={null}>
      <Panel comments={comments} />
    </Suspense>
  )
}

/** Says what others have said since, without taking anybody's attention off the text. */
function Arrivals({ comments: { threads, me } }: { comments: Comments }) {
  const { t, locale } = useI18n()
  const before = useRef<Comments['threads']>(undefined)
  const [said, say] = useState('')
  useEffect(() => {
    const names = arrivals(before.current, threads, me.id)
    if (names.length > 0) say(t('comments.arrived', { names: new Intl.ListFormat(locale).format(names) }))
    before.current = threads
  }, [threads, me.id, t, locale])
  return (
    <VisuallyHidden>
      <span role="status">{said}</span>
    </VisuallyHidden>
  )
}
