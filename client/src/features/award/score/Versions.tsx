import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { Badge } from '../../../ui/Badge.tsx'
import type { Version } from './api.ts'
import styles from './Score.module.css'
import { useSay } from './texts/say.ts'

/** One version of the score: its formula, who brought it, and what it can be checked by. */
function OneVersion({ version, isCurrent }: { version: Version; isCurrent: boolean }) {
  const t = useSay()
  const name = version.by?.name ?? t('score.somebody')
  return (
    <article className={styles['version']}>
      <h3>
        {t('score.version', { version: bindPunctuation(version.version) })}{' '}
        {isCurrent && <Badge tone="done">{t('score.current')}</Badge>}
      </h3>
      <p className="small muted">
        {t('score.by', { count: version.entries, name })}, <TimeAgo at={version.at} />
      </p>
      {/* A long formula scrolls with the page; it is text, and nothing in it acts. */}
      <p className={styles['formula']} aria-label={t('score.formula', { version: version.version })} role="note">
        {version.formula}
      </p>
      <details className={styles['unfold']}>
        <summary>{t('score.hashes')}</summary>
        <p className="small">
          {t('score.hash')} <span className={styles['hash']}>{version.hash}</span>
        </p>
        <p className="small">
          {t('score.fileHash')} <span className={styles['hash']}>{version.fileHash}</span>
        </p>
      </details>
    </article>
  )
}

/** The versions of a score, the current one first; those before stay as they were. */
export function Versions({ versions }: { versions: readonly Version[] }) {
  const t = useSay()
  const [current, ...older] = versions.toReversed()
  if (!current) return <p className="muted">{t('score.none')}</p>
  return (
    <>
      <OneVersion version={current} isCurrent />
      {older.length > 0 && (
        <details className={styles['unfold']}>
          <summary>{t('score.older', { count: older.length })}</summary>
          <div className={styles['older']}>
            {older.map((version) => (
              <OneVersion key={version.id} version={version} isCurrent={false} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}
