import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Badge } from '../../ui/Badge.tsx'
import { Portrait, type PortraitPerson, Portraits } from '../../ui/Portrait.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { follow } from '../behaviour/follow.ts'
import type { PageSession } from '../live/page-session.ts'
import type { Present } from '../live/people.ts'
import { useSay } from '../texts/say.ts'
import styles from './People.module.css'

const MOST = 6

interface PeopleProps {
  me: PortraitPerson
  others: readonly Present[]
  editor: Editor | undefined
  session: PageSession
}

/**
 * Who is in the page now, oneself first; a press on somebody keeps their caret in sight. Read when one comes upon it, not announced with
 * each arrival.
 */
export function People({ me, others, editor, session }: PeopleProps) {
  const say = useSay()
  const { followed, toggle } = useFollowing(editor, session)
  const people = others.filter(({ id }) => id !== me.id)
  const name = people.find(({ id }) => id === followed)?.name
  return (
    <div className="row">
      <Badge tone="live">{people.length === 0 ? say('alone') : say('present', { count: people.length + 1 })}</Badge>
      <span className={styles['people']}>
        <Portrait person={me} size="small" named />
        {people.slice(0, MOST).map((person) => (
          <button
            key={person.id}
            type="button"
            className={styles['person']}
            data-follow
            aria-pressed={person.id === followed}
            aria-label={say('follow', { name: person.name })}
            title={say('follow', { name: person.name })}
            onClick={() => toggle(person.id)}
          >
            <Portrait person={person} size="small" />
          </button>
        ))}
        {people.length > MOST && <Portraits people={people.slice(MOST)} most={0} />}
      </span>
      {name && <span className={styles['followed']}>{say('following', { name })}</span>}
      <VisuallyHidden role="status">{name && say('following', { name })}</VisuallyHidden>
    </div>
  )
}

function useFollowing(editor: Editor | undefined, session: PageSession) {
  const [followed, setFollowed] = useState<string>()
  const end = useRef<() => void>(undefined)
  useEffect(() => () => end.current?.(), [editor])
  const toggle = useCallback(
    (id: string) => {
      end.current?.()
      if (!editor || id === followed) return
      setFollowed(id)
      end.current = follow(editor.view, session.awareness, id, () => {
        end.current = undefined
        setFollowed(undefined)
      })
    },
    [editor, session, followed],
  )
  return { followed, toggle }
}
