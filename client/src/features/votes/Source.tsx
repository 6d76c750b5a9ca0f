import { useI18n } from '../../i18n/i18n.tsx'
import { sayDate, sayHour } from '../../i18n/time.ts'
import { paths } from '../../lib/paths.ts'
import { Link } from '../../ui/Link.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { Vote } from './api.ts'
import { useSay } from './texts/say.ts'

/** Of a proposed revision: the page that it would change, or has changed. */
export function Revised({ vote }: { vote: Vote }) {
  const t = useSay()
  const { revises, source, status, outcome } = vote
  if (!revises) return null
  const next =
    revises.adoptedAt !== null ? 'taken' : status === 'open' ? 'open' : outcome === 'adopted' ? 'soon' : 'kept'
  const title = source?.title ?? t('source.page.gone')
  return (
    <p className="muted">
      {t('source.revision')} {revises.pageId ? <Link to={paths.page(revises.pageId)}>{title}</Link> : title}.{' '}
      {t(`source.revision.${next}`)}
    </p>
  )
}

/** From where a question comes; of a page or a topic, that its text was frozen, and as of when. */
export function Source({ source }: { source: Vote['source'] }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  if (!source) return null
  if (source.at)
    return (
      <p className="muted">
        {t('source.topicFrozen')} <Link to={paths.topic(source.id)}>{source.title}</Link>,{' '}
        {t('source.topicAt', {
          date: sayDate(new Date(source.at), now, locale, 'long'),
          hour: sayHour(new Date(source.at), locale),
        })}
      </p>
    )
  return (
    <p className="muted">
      {t(`source.${source.kind}`)}{' '}
      <Link to={source.kind === 'topic' ? paths.topic(source.id) : paths.page(source.id)}>{source.title}</Link>.
    </p>
  )
}
