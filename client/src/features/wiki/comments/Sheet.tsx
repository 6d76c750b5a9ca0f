import { useT } from '../../../i18n/i18n.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Header } from './Header.tsx'
import { NewThread } from './NewThread.tsx'
import { Nothing } from './Nothing.tsx'
import styles from './Panel.module.css'
import { inReadingOrder } from './passages.ts'
import { ThreadCard } from './ThreadCard.tsx'
import type { Comments } from './use-comments.ts'

/** Comments over the page, where there is no room beside it. */
export function Sheet({ comments }: { comments: Comments }) {
  const t = useT()
  const { shown, draft, close } = comments
  return (
    <Dialog isOpen onClose={close} title={t(draft ? 'comments.new' : 'comments.title')}>
      {draft ? (
        <NewThread comments={comments} />
      ) : (
        <>
          <Header comments={comments} onClose={close} />
          {shown.length === 0 && <Nothing comments={comments} />}
          <div className={styles['list']}>
            {inReadingOrder(shown).map((thread) => (
              <ThreadCard key={thread.id} thread={thread} comments={comments} onPassage={close} />
            ))}
          </div>
        </>
      )}
    </Dialog>
  )
}
