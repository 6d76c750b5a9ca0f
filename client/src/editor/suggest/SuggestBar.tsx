import type { SuggestionItem } from '@cenacle/contract/suggestion'
import type { Editor } from '@tiptap/core'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, useCallback, useId, useState } from 'react'
import type { UndoManager } from 'yjs'
import { Button } from '../../ui/Button.tsx'
import { useSay } from '../texts/say.ts'
import type { SuggestMode, SuggestView } from './mode.ts'
import { isOwn } from './people.ts'
import { SettleAll } from './SettleAll.tsx'
import { goTo } from './steps.ts'
import styles from './Suggest.module.css'
import { SuggestCard } from './SuggestCard.tsx'
import { useSettling } from './use-settling.ts'

interface SuggestBarProps {
  editor: Editor
  undoManager: UndoManager
  mode: SuggestMode
  view: SuggestView
  items: readonly SuggestionItem[]
}

/** The suggestions of the text: from one to the next, each settled here or all at once. */
export function SuggestBar({ editor, undoManager, mode, view, items }: SuggestBarProps) {
  const say = useSay()
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const fold = useCallback(() => setOpen(false), [])
  const { bar, settleAll, settleOne } = useSettling(editor, undoManager, mode, fold)
  const { found, current, isOn, isOnly } = view
  const mine = isOnly ? found.filter((one) => isOwn(one, mode.key)) : found
  if (found.length === 0 && !isOn) return null
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') editor.commands.focus()
    if (event.key !== 'F8') return
    event.preventDefault()
    mode.step(event.shiftKey ? -1 : 1)
  }
  const card = { items, mode, view, onSettle: settleOne }
  return (
    <section ref={bar} className={styles['bar']} aria-label={say('suggest.title')}>
      <div className={styles['row']}>
        <p className={found.length > 0 ? styles['count'] : 'small muted'} role="status">
          {found.length > 0 ? say('suggest.count', { count: found.length }) : say('suggest.none')}
        </p>
        {found.length > 0 && (
          <div className={styles['acts']} role="presentation" onKeyDown={onKey}>
            <Arrow by={-1} mode={mode} />
            <Arrow by={1} mode={mode} />
            <Button
              size="small"
              variant="quiet"
              aria-expanded={isOpen}
              aria-controls={listId}
              onPress={() => setOpen(!isOpen)}
            >
              {say('suggest.list')}
            </Button>
            <SettleAll count={mine.length} isOnly={isOnly} onSettle={(accept) => settleAll(mine, accept)} />
          </div>
        )}
      </div>
      {current && !isOpen && (
        <div className={styles['card']} data-card role="presentation" onKeyDown={onKey}>
          <SuggestCard one={current} {...card} />
        </div>
      )}
      <ol id={listId} className={styles['list']} hidden={!isOpen}>
        {isOpen &&
          found.map((one) => (
            <li key={one.id} className={styles['card']} aria-current={one === current || undefined}>
              <SuggestCard one={one} {...card} onGo={() => goTo(editor, one)} />
            </li>
          ))}
      </ol>
    </section>
  )
}

function Arrow({ by, mode }: { by: 1 | -1; mode: SuggestMode }) {
  const say = useSay()
  return (
    <Button
      size="small"
      variant="quiet"
      icon
      aria-label={say(by === 1 ? 'suggest.next' : 'suggest.previous')}
      aria-keyshortcuts={by === 1 ? 'F8' : 'Shift+F8'}
      onPress={() => mode.step(by)}
    >
      {by === 1 ? <ChevronDown size={18} aria-hidden /> : <ChevronUp size={18} aria-hidden />}
    </Button>
  )
}
