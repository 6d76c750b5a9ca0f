import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { PortraitPerson } from '../../ui/Portrait.tsx'
import { placeInText, returnTo } from '../../ui/text-place.ts'
import { usePageKey } from '../../ui/use-page-key.ts'
import { useTitle } from '../../ui/use-title.ts'
import { undoManagerOf } from '../behaviour/collaboration.ts'
import type { PageSession, SessionView } from '../live/page-session.ts'
import { isCalm } from '../live/saved-state.ts'
import { type MenuKeys, TriggerMenu } from '../pick/TriggerMenu.tsx'
import { SuggestBar } from '../suggest/SuggestBar.tsx'
import { SuggestToggle } from '../suggest/SuggestToggle.tsx'
import { useNames, useSuggesting } from '../suggest/use-suggestions.ts'
import { type SayInEditor, useSay } from '../texts/say.ts'
import { BubbleBar } from './BubbleBar.tsx'
import { useCaretInSight } from './caret-in-sight.ts'
import styles from './Editor.module.css'
import { OutlineBeside } from './Outline.tsx'
import { People } from './People.tsx'
import { Recovered } from './Recovered.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import { TitleField } from './TitleField.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useAsked } from './use-asked.ts'
import { useEditor } from './use-editor.ts'
import { useKeyboardInset } from './use-keyboard-inset.ts'

const dialogs = () => import('./EditorDialogs.tsx')
/** The text does not wait for the dialogs: they are fetched once it is there, before one is asked for. */
const EditorDialogs = lazy(async () => ({ default: (await dialogs()).EditorDialogs }))

interface WritingProps {
  me: PortraitPerson
  session: PageSession
  view: SessionView
  pageId: string
  spaceId: string
  isStopped: boolean
  /** False where one may only suggest. */
  canWrite: boolean
  /** Comments on the words that are selected; undefined where one may not. */
  onComment?: (() => void) | undefined
  /** The way to the comments that are there. */
  comments?: ReactNode
  onClose: () => void
}

/** What the editor itself says; read once, when it opens. */
const textsOf = (say: SayInEditor) => ({
  label: say('text'),
  placeholder: say('placeholder'),
  task: say('task'),
  emptyFormula: say('formula.empty'),
  footnote: {
    note: (number: number) => say('note.name', { number }),
    text: say('note.text'),
    hint: say('note.hint'),
    remove: say('note.remove'),
  },
})

/** The page while one writes in it: who is here, the title, the tools, the text. */
export function Writing({
  me,
  session,
  view,
  pageId,
  spaceId,
  isStopped,
  canWrite,
  onComment,
  comments,
  onClose,
}: WritingProps) {
  const say = useSay()
  const host = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const { asking, acts } = useAsked()
  const menuKeys = useRef<MenuKeys>(undefined)
  const setMenuKeys = useCallback((keys: MenuKeys | undefined) => void (menuKeys.current = keys), [])
  const undoManager = useMemo(() => undoManagerOf(session), [session])
  const suggest = useSuggesting(pageId, me.id, canWrite)
  const editor = useEditor(host, {
    session,
    undoManager,
    editable: !isStopped,
    suggest,
    texts: textsOf(say),
    acts: {
      ...acts,
      toolbar: () => toolbar.current?.querySelector('button')?.focus(),
      menu: (event) => menuKeys.current?.(event) ?? false,
    },
  })
  useNames(editor, suggest.items)
  useKeyboardInset()
  useCaretInSight(editor, toolbar)
  usePageKey('?', acts.help)
  useTitle(session.title.toJSON())
  useEffect(() => void (editor && dialogs().catch(() => undefined)), [editor])
  // Asked before the text that one reads makes room for this one.
  const [place] = useState(placeInText)
  // One has asked to write: the caret is in the text, at its start, without moving what one reads.
  useEffect(() => {
    if (!editor) return
    editor.commands.focus(null, { scrollIntoView: false })
    if (place) returnTo(place)
  }, [editor, place])
  return (
    <div className={styles['writing']}>
      <div className={styles['head']}>
        <People me={me} others={view.people} editor={editor} session={session} />
        <div className={styles['state']}>
          {!isStopped && (
            <SuggestToggle mode={suggest.mode} view={suggest.view} onDone={() => editor?.commands.focus()} />
          )}
          <span className={styles['saved']}>
            <SaveStatus word={view.word} kept={view.kept} />
          </span>
          {comments}
          <Button size="small" onPress={onClose}>
            {say('finish')}
          </Button>
        </div>
      </div>
      <TitleField
        session={session}
        undoManager={undoManager}
        editable={!isStopped && !suggest.view.isOn}
        onDone={() => editor?.commands.focus()}
      />
      {editor && !isStopped && (
        <Toolbar editor={editor} undoManager={undoManager} onAsk={acts.ask} toolbar={toolbar} comment={onComment}>
          {!isCalm(view.word) && (
            <div className={styles['warning']}>
              <SaveStatus word={view.word} kept={view.kept} long />
            </div>
          )}
        </Toolbar>
      )}
      {editor && !isStopped && <SuggestBar editor={editor} undoManager={undoManager} {...suggest} />}
      {editor && !isStopped && canWrite && <Recovered pageId={pageId} editor={editor} />}
      <div ref={host} className={styles['text']} />
      {editor && !isStopped && (
        <>
          <BubbleBar editor={editor} undoManager={undoManager} onAsk={acts.ask} comment={onComment} />
          <TriggerMenu editor={editor} onKeys={setMenuKeys} spaceId={spaceId} pageId={pageId} onAsk={acts.ask} />
        </>
      )}
      {editor && <OutlineBeside editor={editor} />}
      {editor && asking.asked && (
        <Suspense>
          <EditorDialogs editor={editor} asking={asking} spaceId={spaceId} pageId={pageId} onClose={acts.close} />
        </Suspense>
      )}
    </div>
  )
}
