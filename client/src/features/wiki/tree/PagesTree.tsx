import type { PageItem } from '@cenacle/contract/page'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Tree } from 'react-aria-components/Tree'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { treeOf } from '../tree.ts'
import { whereDropped } from './moves.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { PageRow, type RowActs } from './PageRow.tsx'
import styles from './PagesTree.module.css'
import { TrashDialog } from './TrashDialog.tsx'
import { useMove } from './use-move.ts'
import type { Unfolded } from './use-unfolded.ts'
import { useSay } from './texts/say.ts'

interface PagesTreeProps {
  pages: readonly PageItem[]
  space: { id: string; slug: string; can: { write: boolean } }
  unfolded: Unfolded
}

/** The pages of a space as a tree to walk and to arrange, by mouse and by keyboard. */
export function PagesTree({ pages, space, unfolded }: PagesTreeProps) {
  const t = useSay()
  const navigate = useNavigate()
  const help = useId()
  const tree = useRef<HTMLDivElement>(null)
  const { expanded, setExpanded, open } = unfolded
  const [asked, setAsked] = useState<{ act: 'move' | 'trash'; page: PageItem }>()
  const [renaming, setRenaming] = useState<string>()
  const dragAndDropHooks = useDragging(pages, space, open)
  const acts: RowActs = {
    below: (page) => void navigate(paths.newPage(space.slug, page.id)),
    rename: (page) => setRenaming(page.id),
    renamed: () => setRenaming(undefined),
    ask: (act, page) => setAsked({ act, page }),
  }
  const press = (event: KeyboardEvent): void => {
    const page = pageOfRow(pages, event)
    if (event.key === 'F2' && page && space.can.write && !page.frozen) acts.rename(page)
    else if (event.key === 'Delete' && page?.can.manage) acts.ask('trash', page)
    else return
    event.preventDefault()
  }
  return (
    <>
      {/* The rows take the keys themselves; those that they leave are read here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={press}>
        <Tree
          ref={tree}
          aria-label={t('pages.tree')}
          aria-describedby={space.can.write ? help : undefined}
          className={styles['tree'] ?? ''}
          selectionMode="none"
          keyboardNavigationBehavior="tab"
          expandedKeys={expanded}
          onExpandedChange={setExpanded}
          onAction={(id) => void navigate(paths.page(String(id)))}
          {...(space.can.write && { dragAndDropHooks })}
        >
          {treeOf(pages).map((branch) => (
            <PageRow
              key={branch.page.id}
              branch={branch}
              expanded={expanded}
              space={space}
              renaming={renaming}
              acts={acts}
            />
          ))}
        </Tree>
      </div>
      {space.can.write && (
        <p id={help} className={styles['help']}>
          {t('tree.help')}
        </p>
      )}
      {asked?.act === 'move' && (
        <MoveDialog page={asked.page} pages={pages} onClose={() => setAsked(undefined)} onMoved={open} />
      )}
      {asked?.act === 'trash' && (
        <TrashDialog
          page={asked.page}
          pages={pages}
          onClose={() => setAsked(undefined)}
          onDone={() => tree.current?.focus()}
        />
      )}
    </>
  )
}

/** The page whose row has the focus, and not something inside of the row. */
function pageOfRow(pages: readonly PageItem[], { target }: KeyboardEvent): PageItem | undefined {
  if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'row') return undefined
  return pages.find(({ id }) => id === target.dataset['key'])
}

/** Moving by drag and drop, which React Aria does by keyboard too: Enter on the handle, arrows, Enter. */
function useDragging(
  pages: readonly PageItem[],
  space: PagesTreeProps['space'],
  onMoved: (parentId: string | null) => void,
) {
  const move = useMove(pages, space.id)
  const dragged = useRef<string>(undefined)
  const { dragAndDropHooks } = useDragAndDrop<object>({
    getItems: (keys) =>
      pages
        .filter(({ id, can }) => keys.has(id) && can.manage)
        .map(({ id, title }) => ({ 'text/plain': title, 'cenacle/page': id })),
    onDragStart: ({ keys }) => {
      dragged.current = [...keys].map(String)[0]
    },
    getDropOperation: (target) => {
      const { current } = dragged
      if (target.type !== 'item' || current === undefined) return 'cancel'
      return whereDropped(pages, current, { id: String(target.key), at: target.dropPosition }) ? 'move' : 'cancel'
    },
    onMove: ({ keys, target }) => {
      const [id] = [...keys].map(String)
      const place = id && whereDropped(pages, id, { id: String(target.key), at: target.dropPosition })
      if (!id || !place) return
      move(id, place)
      onMoved(place.parentId)
    },
  })
  return dragAndDropHooks
}
