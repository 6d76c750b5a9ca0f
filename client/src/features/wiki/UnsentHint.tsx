import { useState } from 'react'
import { useT } from '../../i18n/i18n.tsx'
import { isPageUnsaved, pageDraft } from '../../lib/page-drafts.ts'
import { useSession } from '../../lib/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Page.module.css'

/** Text from an earlier visit that never reached the server waits here: writing sends it. */
export function UnsentHint({ pageId, onWrite }: { pageId: string; onWrite: () => void }) {
  const t = useT()
  const { data: me } = useSession()
  const [waits] = useState(() => me && isPageUnsaved(pageDraft(me.id, pageId)))
  if (!waits) return null
  return (
    <div className={styles['waiting']}>
      <Notice tone="live" title={t('page.unsaved')} role="status">
        <Button size="small" onPress={onWrite}>
          {t('page.unsavedAct')}
        </Button>
      </Notice>
    </div>
  )
}
