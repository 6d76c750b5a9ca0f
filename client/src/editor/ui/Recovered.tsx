import type { RecoveredItem } from '@cenacle/contract/recovered'
import type { Editor } from '@tiptap/core'
import { useId, useRef, useState } from 'react'
import { useDropRecovered, useRecovered } from '../../lib/recovered.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { toast } from '../../ui/toasts.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useSay } from '../texts/say.ts'
import styles from './Recovered.module.css'

/** « Texte récupéré »: what was saved and a merge took away, to be put back where one wants it. */
export function Recovered({ pageId, editor }: { pageId: string; editor: Editor }) {
  const say = useSay()
  const id = useId()
  const { data: items = [] } = useRecovered(pageId)
  const drop = useDropRecovered(pageId)
  const [isOpen, setOpen] = useState(false)
  const section = useRef<HTMLElement>(null)
  const count = items.length
  const insert = (item: RecoveredItem): void => {
    const { tr, selection } = editor.state
    editor.view.dispatch(tr.insertText(item.text, selection.to).scrollIntoView())
    editor.commands.focus()
    drop.mutate(item.key)
    toast(say('recovered.inserted'))
  }
  const letGo = (item: RecoveredItem): void => {
    drop.mutate(item.key)
    if (count > 1) section.current?.querySelector('button')?.focus()
    else editor.commands.focus()
  }
  return (
    <>
      <VisuallyHidden role="status">{count > 0 && say('recovered', { count })}</VisuallyHidden>
      {count > 0 && (
        <section ref={section} aria-label={say('recoveredList')}>
          <Notice tone="live" title={say('recovered', { count })}>
            <p className="small">{say('recoveredHelp')}</p>
            <Button size="small" aria-expanded={isOpen} aria-controls={id} onPress={() => setOpen(!isOpen)}>
              {say(isOpen ? 'recovered.hide' : 'recovered.show')}
            </Button>
            <ul id={id} className={styles['list']} hidden={!isOpen}>
              {items.map((item) => (
                <Piece key={item.key} item={item} onInsert={() => insert(item)} onDrop={() => letGo(item)} />
              ))}
            </ul>
          </Notice>
        </section>
      )}
    </>
  )
}

function Piece({ item, onInsert, onDrop }: { item: RecoveredItem; onInsert: () => void; onDrop: () => void }) {
  const say = useSay()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(item.text)
    toast(say('copied'))
  }
  return (
    <li className={styles['piece']}>
      <p className="small muted">
        {item.heading && <>{say('recovered.under', { heading: item.heading })} · </>}
        {item.author && <>{item.author.name} · </>}
        <TimeAgo at={item.at} />
      </p>
      <p className={styles['words']}>
        {item.before && <span className="muted">…{item.before.slice(-CONTEXT)}</span>}
        <mark>{item.text}</mark>
        {item.after && <span className="muted">{item.after.slice(0, CONTEXT)}…</span>}
      </p>
      <div className="row">
        <Button size="small" onPress={onInsert}>
          {say('recovered.insert')}
        </Button>
        <Button size="small" variant="quiet" onPress={() => void copy()}>
          {say('recovered.copy')}
        </Button>
        <Button size="small" variant="quiet" onPress={onDrop}>
          {say('recovered.drop')}
        </Button>
      </div>
    </li>
  )
}

/** Letters shown before and after, so that one sees where it stood. */
const CONTEXT = 40
