import type { PageAnswer } from '@cenacle/contract/page'
import { PenLine, SquarePen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useI18n, useT } from '../../i18n/i18n.tsx'
import { bindPunctuation } from '../../i18n/typeset.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Portraits } from '../../ui/Portrait.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { FoldedContents } from './Contents.tsx'
import { LiveHtml } from './LiveHtml.tsx'
import { PageMenu } from './PageMenu.tsx'
import { Frozen, PageState } from './state/PageState.tsx'
import { Backlinks } from './tree/Backlinks.tsx'
import { Star } from './tree/Star.tsx'
import type { PresentPerson } from './api.ts'
import styles from './Page.module.css'

const WORDS_PER_MINUTE = 230
const NAMED = 3

/** Who wrote it, when it last changed, how long it takes to read. */
function Meta({ page }: { page: PageAnswer }) {
  const { locale, t } = useI18n()
  const { authors, updatedAt, words } = page
  const names = authors.slice(0, NAMED).map(({ name }) => name)
  const others = authors.length - names.length
  const list = others > 0 ? [...names, t('page.others', { count: others })] : names
  const by = list.length > 0 && t('page.by', { names: new Intl.ListFormat(locale).format(list) })
  return (
    <p className="muted">
      {by && <>{by} · </>}
      {t('page.updated')} <TimeAgo at={updatedAt} />
      {words > 0 && <> · {t('page.reading', { count: Math.max(1, Math.round(words / WORDS_PER_MINUTE)) })}</>}
    </p>
  )
}

/** Who writes in the page while one reads it. */
export function Present({ people }: { people: readonly PresentPerson[] }) {
  const t = useT()
  if (people.length === 0) return null
  return (
    <div className={classes('row', styles['present'])}>
      <Badge tone="live">{t('pages.writing', { count: people.length })}</Badge>
      <Portraits people={people} most={6} />
    </div>
  )
}

interface ReadingViewProps {
  page: PageAnswer
  people: readonly PresentPerson[]
  /** Undefined where one may neither write nor suggest. */
  onWrite: (() => void) | undefined
  /** Where the text of all is on its way: says so, in the place of the button. */
  state?: ReactNode
  /** The ways to the comments, beside the other acts. */
  comments?: ReactNode
  /** What waits for somebody here: suggestions, text that was not sent. */
  notices?: ReactNode
}

/** A page as one reads it. It loads nothing of the editor. */
export function ReadingView({ page, people, onWrite, state, comments, notices }: ReadingViewProps) {
  const t = useT()
  const write = onWrite && (
    <Button variant="primary" onPress={onWrite} aria-keyshortcuts="e">
      {page.can.write ? <PenLine size={18} aria-hidden /> : <SquarePen size={18} aria-hidden />}
      {t(page.can.write ? 'page.write' : 'page.suggest')}
    </Button>
  )
  return (
    <article className={styles['reading']}>
      <PageHead title={bindPunctuation(page.title)} tabTitle={page.title} above={<Present people={people} />}>
        <div className={styles['meta']}>
          <Meta page={page} />
          <div className={styles['acts']}>
            {state ?? write}
            {comments}
            <Star pageId={page.id} />
            <PageMenu page={page} />
          </div>
        </div>
        <PageState page={page} />
      </PageHead>
      {notices}
      <Frozen frozen={page.frozen} />
      <FoldedContents headings={page.headings} />
      {page.words === 0 && !/<(?:img|table|hr)/.test(page.html) ? (
        <EmptyState title={t('page.empty')}>{t(onWrite ? 'page.emptyHelp' : 'page.emptyReader')}</EmptyState>
      ) : (
        <LiveHtml html={page.html} />
      )}
      <Backlinks pageId={page.id} slug={page.spaceSlug} />
    </article>
  )
}
