import { useT } from '../../../i18n/i18n.tsx'
import { useDraft } from '../../../lib/use-draft.ts'
import { classes } from '../../../ui/classes.ts'
import { useCreateThread } from './api.ts'
import { Composer } from './Composer.tsx'
import styles from './Panel.module.css'
import type { Comments } from './use-comments.ts'

/** A comment before it is sent. Its words stay on this device until it has arrived. */
export function NewThread({ comments }: { comments: Comments }) {
  const t = useT()
  const { page, me, draft, endDraft, look } = comments
  const kept = useDraft(me.id, `comment.${page.id}`)
  const place = draft?.selected?.place ?? null
  const create = useCreateThread(page.id, (thread) => {
    kept.clear()
    endDraft()
    if (thread) look(thread.id, { focus: true })
  })
  return (
    <div className={classes(styles['card'], styles['draft'])} data-active>
      {place ? (
        <p className={styles['quote']}>{place.quote}</p>
      ) : (
        <p className="small muted">{t('comments.wholePage')}</p>
      )}
      <Composer
        label={t('comments.yours')}
        act={t('comments.act')}
        spaceId={page.spaceId}
        kept={kept}
        error={create.error}
        isPending={create.isPending}
        onSend={(sending) => create.mutate({ ...sending, place })}
        onCancel={endDraft}
      />
    </div>
  )
}
