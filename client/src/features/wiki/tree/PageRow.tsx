import type { PageItem } from '@cenacle/contract/page'
import { ChevronRight, GripVertical } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { type Key, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { Link } from 'react-router'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Menu, type MenuAction } from '../../../ui/Menu.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import type { Branch } from '../tree.ts'
import styles from './PagesTree.module.css'
import { RenameField } from './RenameField.tsx'
import { type SayHere, useSay } from './texts/say.ts'

/** What one can do with a row. */
export interface RowActs {
  below: (page: PageItem) => void
  rename: (page: PageItem) => void
  renamed: () => void
  ask: (act: 'move' | 'trash', page: PageItem) => void
}

interface PageRowProps {
  branch: Branch
  expanded: ReadonlySet<Key>
  space: { id: string; can: { write: boolean } }
  /** The page whose title is a field now. */
  renaming: string | undefined
  acts: RowActs
}

function actionsOf({ page, canWrite, acts, t }: { page: PageItem; canWrite: boolean; acts: RowActs; t: SayHere }) {
  const actions: (MenuAction | false)[] = [
    canWrite && { id: 'below', label: t('tree.below'), onAction: () => acts.below(page) },
    canWrite && !page.frozen && { id: 'rename', label: t('tree.rename'), onAction: () => acts.rename(page) },
    page.can.manage && { id: 'move', label: t('tree.move'), onAction: () => acts.ask('move', page) },
    page.can.manage && { id: 'trash', label: t('tree.trash'), danger: true, onAction: () => acts.ask('trash', page) },
  ]
  return actions.filter((action) => action !== false)
}

/** A press on the link is the link's alone: the row would open the page a second time. */
const keep = (event: SyntheticEvent): void => event.stopPropagation()

/**
 * A page and, unfolded, those below it. Of those of a folded one only the first is built, so that a large tree opens at once: by it React Aria
 * knows that there is something to unfold (`hasChildItems` alone tells neither the keys nor screen readers).
 */
export function PageRow({ branch, ...rest }: PageRowProps) {
  const { page, children } = branch
  const { expanded, renaming } = rest
  const built = expanded.has(page.id) ? children : children.slice(0, 1)
  return (
    <TreeItem id={page.id} textValue={page.title} hasChildItems={children.length > 0} className={styles['row'] ?? ''}>
      <TreeItemContent>
        {renaming === page.id ? <Renaming {...rest} page={page} /> : <Shown {...rest} branch={branch} />}
      </TreeItemContent>
      {built.map((child) => (
        <PageRow key={child.page.id} branch={child} {...rest} />
      ))}
    </TreeItem>
  )
}

function Renaming({ page, space, acts }: Pick<PageRowProps, 'space' | 'acts'> & { page: PageItem }) {
  return <RenameField page={page} spaceId={space.id} onClose={acts.renamed} />
}

function Shown({ branch: { page, children }, space, acts }: PageRowProps) {
  const t = useSay()
  const { title } = page
  return (
    <>
      {page.can.manage && (
        <Button slot="drag" className={styles['drag'] ?? ''} aria-label={t('tree.drag', { title })}>
          <GripVertical size={16} aria-hidden />
        </Button>
      )}
      {children.length > 0 ? (
        <Button slot="chevron" className={styles['chevron'] ?? ''}>
          <ChevronRight size={18} aria-hidden />
        </Button>
      ) : (
        <span className={styles['leaf']} />
      )}
      <Link
        to={paths.page(page.id)}
        className={styles['title']}
        tabIndex={-1}
        draggable={false}
        onPointerDown={keep}
        onMouseDown={keep}
        onClick={keep}
      >
        {bindPunctuation(title)}
      </Link>
      <span className={styles['facts']}>
        {page.writing > 0 && <Badge tone="live">{t('pages.writing', { count: page.writing })}</Badge>}
        <span className="small muted">
          <TimeAgo at={page.updatedAt} />
        </span>
      </span>
      <Menu label={t('tree.actions', { title })} actions={actionsOf({ page, canWrite: space.can.write, acts, t })} />
    </>
  )
}
