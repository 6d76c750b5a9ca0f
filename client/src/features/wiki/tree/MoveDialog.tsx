import type { PageItem } from '@cenacle/contract/page'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/Select.tsx'
import { linesOf, treeOf } from '../tree.ts'
import { childrenOf, subtreeOf } from './moves.ts'
import { ParentSelect, TOP } from './ParentSelect.tsx'
import { useMove } from './use-move.ts'
import { useSay } from './texts/say.ts'

const FIRST = 'first'
interface MoveDialogProps {
  page: Pick<PageItem, 'id' | 'title' | 'parentId' | 'spaceId'>
  pages: readonly PageItem[]
  onClose: () => void
  onMoved?: (parentId: string | null) => void
}

/** Another parent or another place for a page, without dragging anything. */
export function MoveDialog({ page, pages, onClose, onMoved }: MoveDialogProps) {
  const t = useSay()
  const move = useMove(pages, page.spaceId)
  const inside = new Set(subtreeOf(pages, page.id).map(({ id }) => id))
  const parents = linesOf(treeOf(pages)).filter((line) => !inside.has(line.page.id))
  const isShown = parents.some((line) => line.page.id === page.parentId)
  const [parent, setParent] = useState(isShown && page.parentId ? page.parentId : TOP)
  const [after, setAfter] = useState<string>()
  const parentId = parent === TOP ? null : parent
  const siblings = childrenOf(pages, parentId).filter(({ id }) => id !== page.id)
  const before = siblings.findLast((one) => isBefore(pages, one, page.id))
  const standing =
    parentId === (isShown ? page.parentId : null) ? (before?.id ?? FIRST) : (siblings.at(-1)?.id ?? FIRST)
  const place = after ?? standing
  const submit = (): void => {
    move(page.id, { parentId, position: siblings.findIndex(({ id }) => id === place) + 1 })
    onMoved?.(parentId)
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('tree.moveTitle', { title: page.title })}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" wide="phone">
              {t('tree.moveAct')}
            </Button>
            <Button variant="quiet" wide="phone" onPress={onClose}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <ParentSelect
          label={t('tree.moveParent')}
          top={t('tree.moveTop')}
          lines={parents}
          name={(title, depth) => `${'\u2003'.repeat(depth)}${title}`}
          value={parent}
          onChange={(id) => {
            setParent(id)
            setAfter(undefined)
          }}
        />
        {siblings.length > 0 && (
          <Select
            label={t('tree.movePlace')}
            options={[
              { id: FIRST, label: t('tree.moveFirst') },
              ...siblings.map(({ id, title }) => ({ id, label: t('tree.moveAfter', { title }) })),
            ]}
            value={place}
            onChange={setAfter}
          />
        )}
      </Form>
    </Dialog>
  )
}

function isBefore(pages: readonly PageItem[], one: PageItem, id: string): boolean {
  const self = pages.find((page) => page.id === id)
  return self !== undefined && one.position < self.position
}
