import type { PageAnswer } from '@cenacle/contract/page'
import type { Me } from '@cenacle/contract/person'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useSession } from '../lib/session.ts'
import { PageSession, type SessionView } from './live/page-session.ts'
import type { SaveWord, StopReason } from './live/saved-state.ts'
import styles from './ui/Editor.module.css'
import { SaveAnnouncer, SaveStatus } from './ui/SaveStatus.tsx'
import { Unsent } from './ui/Unsent.tsx'
import { Writing } from './ui/Writing.tsx'
import './page-prose.css'
import './editor.css'
import './suggest/suggest.css'

interface PageEditorProps {
  page: PageAnswer
  /** The page as it was last read; shown with a state until the text of all is here, so that nothing is ever blank. */
  reading: (state: ReactNode) => ReactNode
  /** Comments on the words that are selected; undefined where one may not. */
  onComment?: (() => void) | undefined
  /** The way to the comments that are there. */
  comments?: ReactNode
  onClose: () => void
}

const isStop = (word: SaveWord): word is StopReason =>
  ['read-only', 'signed-out', 'gone', 'refused', 'outdated'].includes(word)

/** Opens a page for writing with the others, and looks after what is not stored yet. */
export function PageEditor(props: PageEditorProps) {
  const { data } = useSession()
  // Whoever opened it: when their session ends, what they wrote is still theirs to copy.
  const [me] = useState(data)
  const [session, setSession] = useState<PageSession>()
  const pageId = props.page.id
  useEffect(() => {
    if (!me) return undefined
    let opened: PageSession | undefined
    // A moment later: an effect that is undone at once (as React does in development) opens no line.
    const timer = setTimeout(() => {
      opened = new PageSession(pageId, me.id)
      setSession(opened)
    }, 0)
    return () => {
      clearTimeout(timer)
      opened?.leave()
    }
  }, [pageId, me])
  return session && me ? <OpenSession {...props} me={me} session={session} /> : props.reading(undefined)
}

function OpenSession({
  page,
  reading,
  onComment,
  comments,
  onClose,
  me,
  session,
}: PageEditorProps & { me: Me; session: PageSession }) {
  const view = useSyncExternalStore(session.subscribe, session.view)
  useLeaveGuard(session, view)
  const stopped = isStop(view.word) ? view.word : undefined
  return (
    <>
      <SaveAnnouncer word={view.word} />
      {stopped && (
        <div className={styles['ended']}>
          <Unsent reason={stopped} text={session.unsentText()} onClose={onClose} />
        </div>
      )}
      {view.ready ? (
        <Writing
          me={me}
          session={session}
          view={view}
          pageId={page.id}
          spaceId={page.spaceId}
          isStopped={stopped !== undefined}
          canWrite={page.can.write}
          onComment={onComment}
          comments={comments}
          onClose={onClose}
        />
      ) : (
        reading(!stopped && <SaveStatus word={view.word} long />)
      )}
    </>
  )
}

/** The browser asks before a tab closes on text that is not stored. */
function useLeaveGuard(session: PageSession, { atRisk, word, kept }: SessionView): void {
  // Asked to reload, with all of it on the disk, one is not asked again.
  const asks = atRisk && !(word === 'outdated' && kept)
  useEffect(() => {
    if (!asks) return undefined
    const ask = (event: BeforeUnloadEvent): void => {
      if (session.isAtRisk()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [session, asks])
}
