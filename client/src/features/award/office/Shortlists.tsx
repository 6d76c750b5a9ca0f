import type { ReactNode } from 'react'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import type { Edition, Entry } from './api.ts'
import { Shortlist, type ShortlistHelper } from './Shortlist.tsx'
import { useSay } from './texts/say.ts'

interface ShortlistsProps {
  edition: Edition
  entries: readonly Entry[]
  Helper?: ShortlistHelper
  /** Of the whole edition: what is imported before one chooses. */
  before?: ReactNode
}

/** Which entries the juries judge, category by category. */
export function Shortlists({ edition, entries, Helper, before }: ShortlistsProps) {
  const t = useSay()
  const chosen = entries.filter(({ shortlisted }) => shortlisted).length
  return (
    <>
      <PageHead title={t('shortlist.title')} tabTitle={t('shortlist.tab')} lede={t('shortlist.help')} />
      {!edition.can.shortlist ? (
        <EmptyState title={t('shortlist.closed')}>{t('shortlist.closedHelp')}</EmptyState>
      ) : (
        <div className="stack-loose">
          {before}
          {edition.categories.map((category) => (
            <Shortlist key={category.id} edition={edition} category={category} entries={entries} Helper={Helper} />
          ))}
          <Notice title={t('shortlist.next')}>
            <p>{t('shortlist.nextHelp', { count: chosen })}</p>
            <LinkButton to={paths.award(edition.id)} size="small">
              {t('shortlist.toEdition')}
            </LinkButton>
          </Notice>
        </div>
      )}
    </>
  )
}
