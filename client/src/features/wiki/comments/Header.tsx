import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useT } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import styles from './Panel.module.css'
import { type Comments, type Filter, isLost } from './use-comments.ts'

/** Which comments are shown, and the way from one to the next. @param onClose undefined where what holds this closes itself */
export function Header({ comments, onClose }: { comments: Comments; onClose?: () => void }) {
  const t = useT()
  const { threads, shown, filter, setFilter, step } = comments
  const open = threads.filter(({ resolved }) => resolved === null)
  const counts = {
    open: open.length,
    resolved: threads.length - open.length,
    lost: open.filter(isLost).length,
  }
  const options = (['open', 'resolved', 'lost'] as const).map((id: Filter) => ({
    id,
    label: t(`comments.filter.${id}`, { count: counts[id] }),
  }))
  return (
    <div className={styles['header']}>
      <Select aria-label={t('comments.filter')} options={options} value={filter} onChange={setFilter} quiet />
      <span className={styles['steps']}>
        <Button
          icon
          size="small"
          variant="quiet"
          aria-label={t('comments.previous')}
          aria-keyshortcuts="Control+Alt+P"
          isDisabled={shown.length === 0}
          onPress={() => step(-1)}
        >
          <ChevronUp size={20} aria-hidden />
        </Button>
        <Button
          icon
          size="small"
          variant="quiet"
          aria-label={t('comments.next')}
          aria-keyshortcuts="Control+Alt+N"
          isDisabled={shown.length === 0}
          onPress={() => step(1)}
        >
          <ChevronDown size={20} aria-hidden />
        </Button>
        {onClose && (
          <Button icon size="small" variant="quiet" aria-label={t('comments.close')} onPress={onClose}>
            <X size={20} aria-hidden />
          </Button>
        )}
      </span>
    </div>
  )
}
