import { useI18n } from '../../../i18n/i18n.tsx'
import { sayDeadlineHour } from '../../../i18n/paris.ts'
import { sayDate } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { Block } from '../About.tsx'
import { sayMethod } from '../sentences.ts'
import { useSay } from '../texts/say.ts'
import type { Draft } from './api.ts'

/** A question that somebody else prepares: all that would be put to the vote, to read. */
export function DraftView({ draft }: { draft: Draft }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const { author, html, options, secret, status, opensAt, closesAt } = draft
  const moment = (at: string): string => {
    const date = new Date(at)
    return t('decide.moment', { date: sayDate(date, now, locale, 'long'), hour: sayDeadlineHour(date, locale) })
  }
  return (
    <div className="stack-loose">
      <Notice>{author ? t('decide.preparedBy', { name: author.name }) : t('decide.notYours')}</Notice>
      {html ? <Prose html={html} /> : <p className="muted">{t('decide.noText')}</p>}
      {options.length > 0 && (
        <Block title={t('decide.options')}>
          <ul className="ruled">
            {options.map((label, index) => (
              <li key={`${index} ${label}`}>{label}</li>
            ))}
          </ul>
        </Block>
      )}
      <Block title={t('rule.title')}>
        <p>{sayMethod(draft, t)}</p>
        {secret && <p>{t('decide.secret')}</p>}
      </Block>
      <Block title={t('decide.timing')}>
        <p>
          {status === 'scheduled' && opensAt
            ? t('decide.opensOn', { moment: moment(opensAt) })
            : t('decide.opensLater')}{' '}
          {closesAt ? t('decide.closesOn', { moment: moment(closesAt) }) : t('decide.noClose')}
        </p>
      </Block>
    </div>
  )
}
