import type { PageAnswer } from '@cenacle/contract/page'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { usePages } from '../api.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { TrashDialog } from './TrashDialog.tsx'

export type Arrange = 'move' | 'trash'

/** Moving the page that one reads, or putting it into the trash, which leads back to the others. */
export function ArrangeDialog({ act, page, onClose }: { act: Arrange; page: PageAnswer; onClose: () => void }) {
  const navigate = useNavigate()
  const { data: pages } = usePages(page.spaceId)
  if (!pages) return null
  if (act === 'move') return <MoveDialog page={page} pages={pages} onClose={onClose} />
  return (
    <TrashDialog
      page={page}
      pages={pages}
      onClose={onClose}
      onDone={() => void navigate(paths.spacePages(page.spaceSlug), { replace: true })}
    />
  )
}
