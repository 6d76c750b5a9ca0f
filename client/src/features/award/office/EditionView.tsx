import type { ReactNode } from 'react'
import { useI18n } from '../../../i18n/i18n.tsx'
import { bindPunctuation } from '../../../i18n/typeset.ts'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { Edition } from './api.ts'
import { Block } from './Block.tsx'
import { Categories } from './Categories.tsx'
import { Now } from './Now.tsx'
import styles from './Office.module.css'
import { Phases } from './Phases.tsx'
import { hasJury } from './phases.ts'
import { sayDeadline } from './say-when.ts'
import { useSay } from './texts/say.ts'

/** The dates of an edition, each with what it ends; what is not fixed says so. */
function Calendar({ edition }: { edition: Edition }) {
  const t = useSay()
  const { locale } = useI18n()
  const now = useNow()
  const dates = [
    ['callClosesAt', edition.callClosesAt],
    ['juryClosesAt', edition.juryClosesAt],
    ['embargoAt', edition.publishedAt ?? edition.embargoAt],
  ] as const
  return (
    <Block title={t('calendar.title')}>
      <dl className={styles['dates']}>
        {dates.map(([name, at]) => (
          <div key={name}>
            <dt>{t(`calendar.${name}`)}</dt>
            <dd>
              {at ? <time dateTime={at}>{sayDeadline(at, now, locale, t)}</time> : <span>{t('calendar.open')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Block>
  )
}

interface EditionViewProps {
  edition: Edition
  /** What belongs to whoever files an entry or judges, under what the viewer has to do and under the categories; of other parts of the award. */
  invitation?: ReactNode
  children?: ReactNode
}

/** One edition: what the viewer has to do, where it is, what it is about, what comes next. */
export function EditionView({ edition, invitation, children }: EditionViewProps) {
  const t = useSay()
  const { name, year, partner, html, phase, scope, can } = edition
  return (
    <>
      <PageHead title={`${bindPunctuation(name)} ${year}`} lede={partner ? t('edition.with', { partner }) : undefined}>
        {can.readPalmares && (
          <div className="page-acts">
            <LinkButton to={paths.palmares(edition.id)} variant="primary" wide="phone">
              {t('edition.toPalmares')}
            </LinkButton>
          </div>
        )}
        {can.run && hasJury(phase) && !can.readPalmares && (
          <div className="page-acts">
            <LinkButton to={paths.stage(edition.id, true)} wide="phone">
              {t('edition.rehearse')}
            </LinkButton>
          </div>
        )}
      </PageHead>
      <Now edition={edition} />
      {invitation}
      <Phases edition={edition} />
      <div className="with-aside">
        <div className="stack-loose">
          {html && (
            <section aria-label={t('edition.about')}>
              <Prose html={html} />
            </section>
          )}
          <Categories edition={edition} />
          {children}
        </div>
        <aside className={styles['aside']}>
          <Block title={t('next.title')}>
            <p className="small">{t(`next.${phase}`)}</p>
          </Block>
          <Calendar edition={edition} />
          <Block title={t('scope.title')}>
            <p className="small">{t(`scope.${scope}.said`)}</p>
          </Block>
          <Block title={t('journal.title')}>
            <p className="small">{t('journal.said')}</p>
            <p>
              <Link to={paths.award(edition.id, 'journal')}>{t('journal.read')}</Link>
            </p>
          </Block>
        </aside>
      </div>
    </>
  )
}
