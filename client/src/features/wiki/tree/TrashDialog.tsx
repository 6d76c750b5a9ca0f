import type { PageItem } from '@cenacle/contract/page'
import type { TrashWith } from '@cenacle/contract/page-tree'
import { useState } from 'react'
import { RadioCards } from '../../../ui/Choice.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useTrashPage } from './api.ts'
import { subtreeOf } from './moves.ts'
import styles from './PagesTree.module.css'
import { useBringBack } from './use-bring-back.ts'
import { useSay } from './texts/say.ts'

interface TrashDialogProps {
  page: Pick<PageItem, 'id' | 'title' | 'spaceId'>
  pages: readonly PageItem[]
  onClose: () => void
  onDone?: () => void
}

/** Says what goes before it goes: a page alone, or with all that is below it. */
export function TrashDialog({ page: { id, title, spaceId }, pages, onClose, onDone }: TrashDialogProps) {
  const t = useSay()
  const trash = useTrashPage(spaceId)
  const bringBack = useBringBack(spaceId)
  const below = subtreeOf(pages, id).filter((page) => page.id !== id)
  const direct = below.filter((page) => page.parentId === id).length
  const mayAll = below.every((page) => page.can.manage)
  const [what, setWhat] = useState<TrashWith>(mayAll ? 'subtree' : 'nothing')
  const go = (): void =>
    trash.mutate(
      { id, what },
      {
        onSuccess: () => {
          const isMany = what === 'subtree' && below.length > 0
          const undo = { label: t('tree.undo'), onPress: () => bringBack(id) }
          toast(t(isMany ? 'tree.trashedMany' : 'tree.trashed', { title }), undo)
          onClose()
          onDone?.()
        },
      },
    )
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('tree.trashTitle', { title })}
      act={t('tree.trash')}
      isPending={trash.isPending}
      onConfirm={go}
    >
      <div className={styles['question']}>
        <p>{t('tree.trashHelp')}</p>
        {below.length > 0 && mayAll && (
          <RadioCards
            label={t('tree.trashWhat')}
            value={what}
            onChange={setWhat}
            options={[
              {
                id: 'subtree',
                label: t('tree.trashAll', { count: below.length }),
                hint: t('tree.trashAllHint'),
              },
              { id: 'nothing', label: t('tree.trashAlone'), hint: t('tree.trashAloneHint', { count: direct }) },
            ]}
          />
        )}
        {!mayAll && <p>{t('tree.trashOthers')}</p>}
        <ErrorNotice error={trash.error} />
      </div>
    </Confirm>
  )
}
