import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { Portrait } from '../../ui/Portrait.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { insertionsFor } from '../behaviour/insertions.ts'
import { tellTrigger, type Trigger, TRIGGER_LIST, triggerIn } from '../behaviour/trigger.ts'
import { useSay } from '../texts/say.ts'
import type { Asked } from '../ui/asked.ts'
import styles from './Pick.module.css'
import { PickList, type PickOption } from './PickList.tsx'
import { usePagesFor, usePeopleFor } from './sources.ts'
import { layerOf, useFloating } from './use-floating.ts'
import { optionId, usePick } from './use-pick.ts'

/** The keys of the open list, asked by the editor before its own; true where the list took one. */
export type MenuKeys = (event: KeyboardEvent) => boolean

interface TriggerMenuProps {
  editor: Editor
  /** Gives the keys of the list that is open, or nothing when it closes. */
  onKeys: (keys: MenuKeys | undefined) => void
  spaceId: string
  pageId: string
  onAsk: (asked: Asked) => void
}

/** What a sign in the text offers: `/` things to insert, `@` people, `[[` pages. Nothing while there is no sign. */
export function TriggerMenu({ editor, ...props }: TriggerMenuProps) {
  const trigger = useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener)
      return () => void editor.off('transaction', listener)
    },
    () => triggerIn(editor.state),
  )
  return trigger && <OpenMenu editor={editor} trigger={trigger} {...props} />
}

function OpenMenu({ editor, onKeys, spaceId, pageId, onAsk, trigger }: TriggerMenuProps & { trigger: Trigger }) {
  const say = useSay()
  const floating = useRef<HTMLDivElement>(null)
  const { options, isPending, isError } = useOptions(editor, trigger, spaceId, pageId, onAsk)
  const pick = usePick(`${trigger.kind} ${trigger.query}`, options.length, (index) => options[index]?.run())
  const active = pick.active < 0 ? null : optionId(TRIGGER_LIST, pick.active)
  const close = (): void => editor.view.dispatch(tellTrigger(editor.state, 'dismiss'))
  useEffect(() => {
    onKeys((event) => {
      if (event.key !== 'Escape') return pick.onKey(event)
      close()
      return true
    })
    return () => onKeys(undefined)
  })
  useEffect(() => void editor.view.dispatch(tellTrigger(editor.state, { active })), [editor, active, trigger.query])
  useEffect(() => {
    const leave = (): void => void (editor.isDestroyed || close())
    editor.on('blur', leave)
    return () => void editor.off('blur', leave)
  })
  useFloating(
    floating,
    editor.view.dom,
    () => {
      const { left, top, bottom } = editor.view.coordsAtPos(trigger.from)
      return new DOMRect(left, top, 0, bottom - top)
    },
    'bottom-start',
    trigger.from,
  )
  const label = say(`pick.${trigger.kind}`)
  const note = isPending ? say('pick.searching') : isError ? say('pick.failed') : say('pick.none')
  // Several words without an answer are a sentence.
  if (options.length === 0 && !isPending && trigger.query.includes(' ')) return null
  return createPortal(
    <div ref={floating} className={styles['floating']} data-pick={trigger.kind}>
      <PickList
        id={TRIGGER_LIST}
        label={label}
        options={options}
        tabIndex={0}
        active={pick.active}
        onPoint={pick.setActive}
      />
      {options.length === 0 && <p className={styles['note']}>{note}</p>}
      <VisuallyHidden role="status">
        {options.length === 0 ? note : say('pick.found', { count: options.length, label })}
      </VisuallyHidden>
    </div>,
    layerOf(editor.view.dom),
  )
}

function useOptions(
  editor: Editor,
  { kind, query, from, to }: Trigger,
  spaceId: string,
  pageId: string,
  onAsk: (asked: Asked) => void,
): { options: readonly PickOption[]; isPending: boolean; isError: boolean } {
  const say = useSay()
  const people = usePeopleFor(spaceId, kind === 'person' ? query : undefined)
  const pages = usePagesFor(spaceId, pageId, kind === 'page' ? query : undefined)
  const replace = (attrs: { kind: 'person' | 'page'; id: string; label: string }) => () =>
    editor
      .chain()
      .focus()
      .insertContentAt({ from, to }, [
        { type: 'mention', attrs },
        { type: 'text', text: ' ' },
      ])
      .run()
  if (kind === 'person')
    return {
      ...people,
      options: people.found.map(({ id, name, headline, portraitUrl }) => ({
        id,
        label: name,
        detail: headline,
        before: <Portrait person={{ id, name, portraitUrl }} size="small" />,
        run: replace({ kind, id, label: name }),
      })),
    }
  if (kind === 'page')
    return {
      ...pages,
      options: pages.found.map(({ id, title, space }) => ({
        id,
        label: title || say('titlePlaceholder'),
        detail: space,
        run: replace({ kind, id, label: title || say('titlePlaceholder') }),
      })),
    }
  const options = insertionsFor(query, say).map((insertion) => ({
    id: insertion.name,
    label: say(insertion.name),
    typed: insertion.typed,
    run: () => {
      editor.chain().focus().deleteRange({ from, to }).run()
      insertion.run(editor, onAsk)
    },
  }))
  return { options, isPending: false, isError: false }
}
