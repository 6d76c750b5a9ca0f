import { useT } from '../../i18n/i18n.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { type Post, useRevisions } from './api.ts'
import styles from './Post.module.css'

/** What a post said before, newest first. */
export function Revisions({ post, isOpen, onClose }: { post: Post; isOpen: boolean; onClose: () => void }) {
  const t = useT()
  const revisions = useRevisions(post.id, isOpen)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('post.revisions')}>
      <Loaded query={revisions}>
        {(items) => (
          <ol className={`${styles['revisions']} ruled`} aria-label={t('post.revisionsOf', { number: post.number })}>
            {items.map((revision, i) => (
              <li key={revision.at} className={styles['revision']}>
                <p className="small muted">
                  {i === 0 ? `${t('post.current')}, ` : ''}
                  {revision.editor && `${t('post.revisionBy', { name: revision.editor.name })} `}
                  <TimeAgo at={revision.at} />
                </p>
                <p className={styles['source']}>{revision.body}</p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <DialogActions>
        <Button onPress={onClose}>{t('ui.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
