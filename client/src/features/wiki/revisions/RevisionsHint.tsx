import type { PageAnswer } from '@cenacle/contract/page'
import type { RevisionItem, RevisionsAnswer, RevisionVote } from '@cenacle/contract/revision'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import page from '../Page.module.css'
import { useRevisions } from './api.ts'
import styles from './Revisions.module.css'
import { useSay } from './texts/say.ts'

/** Of a revision, what it is one of and where its votes are; of a page, what is proposed for it and what was adopted. */
export function RevisionsHint({ page: shown }: { page: PageAnswer }) {
  const { data } = useRevisions(shown.id)
  if (!data) return null
  return shown.revisionOf === null ? (
    <ForPage page={shown} revisions={data} />
  ) : (
    <ForRevision page={shown} revisions={data} />
  )
}

interface Props {
  page: PageAnswer
  revisions: RevisionsAnswer
}

const isOpen = ({ status }: RevisionVote): boolean => status === 'open'

function ForRevision({ page: shown, revisions: { of, votes, can } }: Props) {
  const t = useSay()
  const open = votes.find(isOpen)
  return (
    <div className={page['waiting']}>
      <Notice
        tone={open ? 'live' : 'plain'}
        title={
          <>
            {t('revision.of')} {of ? <Link to={paths.page(of.id)}>{of.title}</Link> : t('revision.pageGone')}
          </>
        }
      >
        <p>{t(open ? 'revision.atVoteHelp' : 'revision.help')}</p>
        <Votes votes={votes} />
        {of && (
          <p className={styles['acts']}>
            <LinkButton size="small" to={paths.pageComparison(shown.id)}>
              {t('revision.compare')}
            </LinkButton>
            {can.decide && !open && (
              <LinkButton
                size="small"
                variant="primary"
                to={paths.newDecision(shown.spaceSlug, { kind: 'page', id: shown.id })}
              >
                {t('page.decide')}
              </LinkButton>
            )}
          </p>
        )}
      </Notice>
    </div>
  )
}

/** The votes that it went through, the newest first. */
function Votes({ votes }: { votes: readonly RevisionVote[] }) {
  const t = useSay()
  if (votes.length === 0) return null
  return (
    <ul className={styles['list']}>
      {votes.map((vote) => (
        <li key={vote.id}>
          <Link to={paths.vote(vote.id)}>{vote.question}</Link>, {t(`revision.vote.${vote.outcome ?? vote.status}`)}
        </li>
      ))}
    </ul>
  )
}

function ForPage({ page: shown, revisions: { items, votes } }: Props) {
  const t = useSay()
  const open = votes.filter(isOpen)
  const adopted = votes.find(({ adoptedSeq }) => adoptedSeq !== null)
  if (items.length + open.length === 0 && !adopted) return null
  return (
    <div className={page['waiting']}>
      <Notice tone={open.length > 0 ? 'live' : 'plain'} title={titleOf({ open, items, adopted }, t)}>
        <Votes votes={open} />
        <Items items={items} />
        {adopted && <Adopted page={shown} vote={adopted} />}
      </Notice>
    </div>
  )
}

function titleOf(
  { open, items }: { open: readonly RevisionVote[]; items: readonly RevisionItem[]; adopted: RevisionVote | undefined },
  t: ReturnType<typeof useSay>,
): string {
  if (open.length > 0) return t('revision.atVote')
  return items.length > 0 ? t('revision.preparing', { count: items.length }) : t('revision.decided')
}

function Items({ items }: { items: readonly RevisionItem[] }) {
  const t = useSay()
  if (items.length === 0) return null
  return (
    <ul className={styles['list']}>
      {items.map(({ id, author, updatedAt }) => (
        <li key={id}>
          <Link to={paths.page(id)}>{author ? t('revision.draftBy', { name: author.name }) : t('revision.draft')}</Link>
          , {t('page.updated')} <TimeAgo at={updatedAt} />
        </li>
      ))}
    </ul>
  )
}

/** The decision that the text comes from; to those who write, where what it replaced is read. */
function Adopted({ page: shown, vote }: { page: PageAnswer; vote: RevisionVote }) {
  const t = useSay()
  return (
    <>
      <p>
        {t('revision.adopted')} <Link to={paths.vote(vote.id)}>{vote.question}</Link>
        {vote.adoptedAt && (
          <>
            , <TimeAgo at={vote.adoptedAt} />
          </>
        )}
        .
      </p>
      {vote.replacedSeq !== null && (
        <p>
          {t('revision.replaced')}{' '}
          <Link to={`${paths.pageHistory(shown.id)}?version=${vote.adoptedSeq ?? ''}&avec=${vote.replacedSeq}`}>
            {t('revision.seeReplaced')}
          </Link>
        </p>
      )}
    </>
  )
}
