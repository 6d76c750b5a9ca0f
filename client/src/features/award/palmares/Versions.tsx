import { useI18n } from '../../../i18n/i18n.tsx'
import { paths } from '../../../lib/paths.ts'
import { classes } from '../../../ui/classes.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Palmares } from './api.ts'
import styles from './Palmares.module.css'
import { sayAll, sayWhen } from './say-when.ts'
import { useSay } from './texts/say.ts'

type Of = Pick<Palmares, 'version' | 'versions'> & { id: string }

/** That what is read was corrected, and why; or that it is not the last version. */
export function Corrected({ id, version, versions }: Of) {
  const t = useSay()
  const { locale } = useI18n()
  const [last] = versions
  if (!last || last.version === 1) return null
  if (version !== last.version)
    return (
      <Notice tone="live" title={t('version.old')}>
        <p>{t('version.oldHelp')}</p>
        <Link to={paths.palmares(id)}>{t('version.last')}</Link>
      </Notice>
    )
  return (
    <Notice title={t('version.corrected', { when: sayWhen(last.publishedAt, t, locale) })}>
      <p>{t('version.reason', { reason: last.reason ?? '' })}</p>
      <Link to={paths.palmares(id, version - 1)}>{t('version.read', { number: version - 1 })}</Link>
    </Notice>
  )
}

/** Every version with its reason, who signed it and its hash; nothing where there is but one. */
export function Versions({ id, version, versions }: Of) {
  const t = useSay()
  const { locale } = useI18n()
  if (versions.length < 2) return null
  return (
    <section className={styles['verify']} aria-labelledby="versions">
      <h2 id="versions">{t('version.title')}</h2>
      <ol className={classes('ruled', styles['versions'])}>
        {versions.map((one) => (
          <li key={one.version} className={styles['version']}>
            <h3>
              {one.version === version ? (
                t('version.number', { number: one.version })
              ) : (
                <Link to={paths.palmares(id, one.version)}>{t('version.read', { number: one.version })}</Link>
              )}
              {one.version === version && <span className="muted"> · {t('version.shown')}</span>}
            </h3>
            <p>{one.reason ?? t('version.first')}</p>
            <p className="small muted">
              {t('version.line', {
                when: sayWhen(one.publishedAt, t, locale),
                names: sayAll(one.signedBy, locale),
              })}
            </p>
            <p className={styles['hash']}>{one.hash}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
