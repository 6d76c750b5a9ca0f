import { useI18n } from '../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { More } from '../../../ui/More.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { type Done, useJournal } from './api.ts'
import styles from './Journal.module.css'
import { hashesOf, sayAt, sayDetails, sayDone } from './sentences.ts'
import { useSay } from './texts/say.ts'

function Hashes({ done }: { done: Done }) {
  const t = useSay()
  return (
    <details className={styles['hashes']}>
      <summary className="small">{t('hash.title')}</summary>
      {hashesOf(done, t).map(({ label, hash }) => (
        <p key={label} className={styles['hash']}>
          {label} : {hash}
        </p>
      ))}
    </details>
  )
}

function Event({ done }: { done: Done }) {
  const t = useSay()
  const { locale } = useI18n()
  const actor = (['bureau', 'member', 'public', 'system'] as const).find((one) => one === done.actor) ?? 'system'
  const details = sayDetails(done, t, locale)
  return (
    <li className={styles['event']}>
      <p className="small muted">
        <time dateTime={done.ts}>{sayAt(done.ts, t, locale)}</time> ·{' '}
        {t('by', { name: done.by?.name ?? t(`actor.${actor}`) })}
      </p>
      <p className="strong">{sayDone(done, t)}</p>
      {details.length > 0 && (
        <ul className={styles['details']}>
          {details.map((line) => (
            <li key={line} className="small">
              {bindPunctuation(line)}
            </li>
          ))}
        </ul>
      )}
      <Hashes done={done} />
    </li>
  )
}

/** What was done with an edition, by whom and when, to the committee. */
export function Journal({ editionId }: { editionId: string }) {
  const t = useSay()
  const query = useJournal(editionId)
  return (
    <>
      <PageHead title={t('title')} tabTitle={t('tab')} lede={t('lede')} />
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
          return (
            <div className="stack-loose">
              <p className="small muted">{t('next')}</p>
              <ol className="ruled" aria-label={t('list')} reversed>
                {items.map((done) => (
                  <Event key={done.seq} done={done} />
                ))}
              </ol>
              <More query={query} />
              <div className={styles['foot']}>
                <p>
                  <a href={`/api/awards/${editionId}/journal/export`} download={`journal-${editionId}.json`}>
                    {t('download')}
                  </a>
                </p>
                <p className="small muted">{t('downloadHelp')}</p>
                <p>
                  <Link to={paths.award(editionId)}>{t('back')}</Link>
                </p>
              </div>
            </div>
          )
        }}
      </Loaded>
    </>
  )
}
