import type { DiffAnswer } from '@cenacle/contract/history'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { usePageKey } from '../../../ui/use-page-key.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { DiffText } from './DiffText.tsx'
import { sayChange, saySummary } from './say-diff.ts'
import { useRestorePassage } from './use-restore.ts'
import styles from './history.module.css'
import { useSay } from './texts/say.ts'

/** As many as one reads as a list. */
const LISTED = 200

/** What changed between two versions: in a sentence, in the text, one by one, as a list. */
export function DiffView({ pageId, diff, canRestore }: { pageId: string; diff: DiffAnswer; canRestore: boolean }) {
  const t = useSay()
  const { locale } = useI18n()
  const { changes, title } = diff
  const [current, setCurrent] = useState<number | null>(null)
  const restore = useRestorePassage(pageId, diff)
  const count = changes.length
  const step = useCallback(
    (by: number) =>
      setCurrent((old) => (count === 0 ? null : ((old === null ? (by > 0 ? -1 : 0) : old) + by + count) % count)),
    [count],
  )
  const next = useCallback(() => step(1), [step])
  const previous = useCallback(() => step(-1), [step])
  usePageKey('j', count > 0 ? next : undefined)
  usePageKey('k', count > 0 ? previous : undefined)
  const summary = saySummary(diff, locale, t)
  const change = current === null ? undefined : changes[current]
  return (
    <>
      <div className={styles['bar']}>
        <p aria-live="polite">
          <strong>{summary === '' ? t('history.nothing') : summary}</strong>
        </p>
        {count > 0 && (
          <div className={styles['row']}>
            <span className="small muted nowrap">
              {current === null
                ? t('history.changeCount', { count })
                : t('history.changeOf', { index: current + 1, count })}
            </span>
            <Button icon size="small" aria-label={t('history.previousChange')} aria-keyshortcuts="k" onPress={previous}>
              <ChevronUp size={20} aria-hidden />
            </Button>
            <Button icon size="small" aria-label={t('history.nextChange')} aria-keyshortcuts="j" onPress={next}>
              <ChevronDown size={20} aria-hidden />
            </Button>
          </div>
        )}
        <VisuallyHidden role="status">
          {change && current !== null
            ? `${t('history.changeOf', { index: current + 1, count })}. ${sayChange(change, t)}`
            : ''}
        </VisuallyHidden>
      </div>
      {count > 0 && <p className="small muted">{t('history.legend')}</p>}
      {title && <p className={styles['title']}>{t('history.titleChanged', title)}</p>}
      <DiffText
        diff={diff}
        current={current}
        onCurrent={setCurrent}
        restore={canRestore ? (change) => restore.act(change) : undefined}
        pending={restore.pending}
      />
      {count > 0 && (
        <details className={styles['details']}>
          <summary>{t('history.list')}</summary>
          <ol>
            {changes.slice(0, LISTED).map((each, index) => (
              <li key={index}>
                {sayChange(each, t)}{' '}
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`${t('history.show')}. ${sayChange(each, t)}`}
                  onPress={() => setCurrent(index)}
                >
                  {t('history.show')}
                </Button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
