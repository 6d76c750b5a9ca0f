import { useT } from '../../i18n/i18n.tsx'
import { useRecovered } from '../../lib/recovered.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Page.module.css'

/** Text that a merge took away waits to be put back: that is done where one writes. */
export function RecoveredHint({ pageId, onWrite }: { pageId: string; onWrite: () => void }) {
  const t = useT()
  const { data: items = [] } = useRecovered(pageId)
  if (items.length === 0) return null
  return (
    <div className={styles['waiting']}>
      <Notice tone="live" title={t('page.recovered', { count: items.length })} role="status">
        <Button size="small" onPress={onWrite}>
          {t('page.recoveredAct')}
        </Button>
      </Notice>
    </div>
  )
}
