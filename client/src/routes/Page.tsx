import type { PageAnswer } from '@cenacle/contract/page'
import { useQueryClient } from '@tanstack/react-query'
import { type ComponentType, lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { usePage, usePagePeople, usePages } from '../features/wiki/api.ts'
import { CommentsBar, CommentsPanel } from '../features/wiki/comments/CommentsBar.tsx'
import { useComments } from '../features/wiki/comments/use-comments.ts'
import { Contents } from '../features/wiki/Contents.tsx'
import styles from '../features/wiki/Page.module.css'
import { PageTree } from '../features/wiki/PageTree.tsx'
import { ReadingView } from '../features/wiki/ReadingView.tsx'
import { UnsentHint } from '../features/wiki/UnsentHint.tsx'
import { useT } from '../i18n/i18n.tsx'
import { arrive } from '../lib/arrival.ts'
import { keys } from '../lib/keys.ts'
import { useInPlace } from '../lib/place.ts'
import { asProblem } from '../lib/problem.ts'
import { useSession } from '../lib/session.ts'
import { classes } from '../ui/classes.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Missing } from '../ui/Missing.tsx'
import { placeInText, returnTo } from '../ui/text-place.ts'
import { usePageKey } from '../ui/use-page-key.ts'

type HintsProps = { page: PageAnswer; onWrite: () => void }
/** Without a network the page is read without them. */
const WaitingHints = lazy(async (): Promise<{ default: ComponentType<HintsProps> }> => {
  const loaded = await import('../features/wiki/WaitingHints.tsx').catch(() => undefined)
  return { default: loaded?.WaitingHints ?? (() => null) }
})
const PageEditor = lazy(async () => ({ default: (await import('../editor/PageEditor.tsx')).PageEditor }))

/** A page: its tree, its text, its contents. Reading comes first; the editor is loaded where one asks to write. */
export function Page() {
  const { id = '' } = useParams()
  const query = usePage(id)
  useInPlace(query.data && { slug: query.data.spaceSlug, name: query.data.spaceName })
  // Whoever was writing when the page was closed to them is given back what could not be sent.
  const [writingIn, setWritingIn] = useState<string>()
  const isGone = asProblem(query.error)?.status === 404
  const page = isGone && writingIn !== id ? undefined : query.data
  return (
    <div className="page">
      {page && <OpenPage key={page.id} page={page} onWriting={setWritingIn} />}
      {!page && (isGone ? <Missing /> : <Loaded query={query}>{() => null}</Loaded>)}
    </div>
  )
}

/** Written to at once where one comes from « Nouvelle page ». */
const startsWriting = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'write' in state && state.write === true

function OpenPage({ page, onWriting }: { page: PageAnswer; onWriting: (pageId: string | undefined) => void }) {
  const t = useT()
  const queries = useQueryClient()
  const pages = usePages(page.spaceId)
  const { data: me } = useSession()
  const people = usePagePeople(page.id, me != null)
  const comments = useComments(page, me)
  const { state } = useLocation()
  const [writing, setWriting] = useState(page.can.write && startsWriting(state))
  const write = useCallback(() => setWriting(true), [])
  useEffect(() => onWriting(writing ? page.id : undefined), [onWriting, writing, page.id])
  const close = useCallback(() => {
    const place = placeInText()
    // What had the focus goes: the title of the page as one reads it takes it.
    arrive()
    setWriting(false)
    if (place) requestAnimationFrame(() => returnTo(place))
    void queries.invalidateQueries({ queryKey: keys.page(page.id) })
  }, [queries, page.id])
  // Who may not write suggests: the server lets nothing else of theirs pass.
  const mayEdit = page.can.write || (me != null && page.can.comment)
  usePageKey('e', mayEdit && !writing ? write : undefined)
  // The chunk is fetched while one reads, so that a press on « Écrire » is answered at once.
  useEffect(() => {
    if (!mayEdit) return undefined
    const timer = setTimeout(() => void import('../editor/PageEditor.tsx').catch(() => undefined), 1_500)
    return () => clearTimeout(timer)
  }, [mayEdit])
  const reading = (at: ReactNode, notices?: ReactNode): ReactNode => (
    <ReadingView
      page={page}
      people={people.data ?? []}
      onWrite={mayEdit ? write : undefined}
      state={at}
      comments={comments && <CommentsBar comments={comments} />}
      notices={notices}
    />
  )
  return (
    <div className={classes(styles['layout'], comments?.isOpen && styles['commented'])}>
      <PageTree
        pages={pages.data ?? []}
        current={page.revisionOf ?? page.id}
        slug={page.spaceSlug}
        canWrite={page.can.write}
      />
      <div className={styles['text']}>
        {writing ? (
          <Suspense fallback={reading(<span className="muted">{t('page.opening')}</span>)}>
            <PageEditor
              page={page}
              reading={reading}
              onComment={comments?.beginHere}
              comments={comments && <CommentsBar comments={comments} isWriting />}
              onClose={close}
            />
          </Suspense>
        ) : (
          reading(
            undefined,
            <>
              {mayEdit && <UnsentHint pageId={page.id} onWrite={write} />}
              {me && page.can.follow && (
                <Suspense>
                  <WaitingHints page={page} onWrite={write} />
                </Suspense>
              )}
            </>,
          )
        )}
      </div>
      {comments?.isOpen && <CommentsPanel comments={comments} />}
      {writing ? (
        <div data-writing-aside hidden={comments?.isOpen} />
      ) : (
        !comments?.isOpen && <Contents headings={page.headings} />
      )}
    </div>
  )
}
