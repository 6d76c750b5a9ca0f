import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { PortraitPerson } from '../../ui/Portrait.tsx'
import { usePageKey } from '../../ui/use-page-key.ts'
import { useTitle } from '../../ui/use-title.ts'
import { undoManagerOf } from '../behaviour/collaboration.ts'
import type { PageSession, SessionView } from '../live/page-session.ts'
import { isCalm } from '../live/saved-state.ts'
import { useSay } from '../texts/say.ts'
import { CalloutDialog } from './CalloutDialog.tsx'
import styles from './Editor.module.css'
import { HelpDialog } from './HelpDialog.tsx'
import { ImageDialog } from './ImageDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { People } from './People.tsx'
import { Recovered } from './Recovered.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import { TitleField } from './TitleField.tsx'
import { type Asked, Toolbar } from './Toolbar.tsx'
import { useEditor } from './use-editor.ts'
import { useKeyboardInset } from './use-keyboard-inset.ts'

interface WritingProps {
  me: PortraitPerson
  session: PageSession
  view: SessionView
  pageId: string
  spaceId: string
  isStopped: boolean
  onClose: () => void
}

/** The page while one writes in it: who is here, the title, the tools, the text. */
export function Writing({ me, session, view, pageId, spaceId, isStopped, onClose }: WritingProps) {
  const say = useSay()
  const host = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<Asked>()
  const [file, setFile] = useState<File>()
  const help = useCallback(() => setAsked('help'), [])
  const undoManager = useMemo(() => undoManagerOf(session), [session])
  const editor = useEditor(host, {
    session,
    undoManager,
    editable: !isStopped,
    texts: { label: say('text'), placeholder: say('placeholder'), task: say('task') },
    acts: {
      link: () => setAsked('link'),
      help,
      toolbar: () => toolbar.current?.querySelector('button')?.focus(),
      image: (image) => {
        setFile(image)
        setAsked('image')
      },
    },
  })
  useKeyboardInset()
  usePageKey('?', help)
  useTitle(session.title.toJSON())
  // One has asked to write: the caret is in the text, at its start, without moving what one reads.
  useEffect(() => void editor?.commands.focus(null, { scrollIntoView: false }), [editor])
  const close = (): void => {
    setAsked(undefined)
    setFile(undefined)
  }
  return (
    <div className={styles['writing']}>
      <div className={styles['head']}>
        <People me={me} others={view.people} editor={editor} session={session} />
        <div className={styles['state']}>
          <SaveStatus word={view.word} kept={view.kept} />
          <Button size="small" onPress={onClose}>
            {say('finish')}
          </Button>
        </div>
      </div>
      <TitleField
        session={session}
        undoManager={undoManager}
        editable={!isStopped}
        onDone={() => editor?.commands.focus()}
      />
      {editor && !isStopped && (
        <Toolbar editor={editor} undoManager={undoManager} onAsk={setAsked} toolbar={toolbar}>
          {!isCalm(view.word) && (
            <div className={styles['warning']}>
              <SaveStatus word={view.word} kept={view.kept} long />
            </div>
          )}
        </Toolbar>
      )}
      {editor && !isStopped && <Recovered pageId={pageId} editor={editor} />}
      <div ref={host} className={styles['text']} />
      {editor && asked === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {editor && asked === 'image' && <ImageDialog editor={editor} spaceId={spaceId} file={file} onClose={close} />}
      {editor && asked === 'callout' && <CalloutDialog editor={editor} onClose={close} />}
      {asked === 'help' && <HelpDialog onClose={close} />}
    </div>
  )
}
