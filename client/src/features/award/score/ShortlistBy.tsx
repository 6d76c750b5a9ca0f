import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { RadioCards } from '../../../ui/Choice.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { type Category, type Edition, type Entry, type Rankings, useRankings } from './api.ts'
import { OpenVoteDialog } from './OpenVoteDialog.tsx'
import { type Order, ordersOf } from './orders.ts'
import styles from './Score.module.css'
import { TakeFirst } from './TakeFirst.tsx'
import { useSay } from './texts/say.ts'
import { VoteOpen } from './VoteOpen.tsx'

interface ShortlistByProps {
  edition: Edition
  category: Category
  /** Of the whole edition. */
  entries: readonly Entry[]
  /** What is kept now, for a list beside this that ticks it. */
  onChoose?: (ids: readonly string[]) => void
}

/** The shortlist of a category from an order: by the score or by a vote, with those exactly level at its border said. */
export function ShortlistBy({ category, entries, onChoose }: ShortlistByProps) {
  const query = useRankings(category.id)
  return (
    <Loaded query={query}>
      {(rankings) => <FromOrder rankings={rankings} category={category} entries={entries} onChoose={onChoose} />}
    </Loaded>
  )
}

interface FromOrderProps extends Pick<ShortlistByProps, 'category' | 'entries'> {
  rankings: Rankings
  onChoose: ShortlistByProps['onChoose']
}

function FromOrder({ rankings, category, entries, onChoose }: FromOrderProps) {
  const t = useSay()
  const [wanted, setWanted] = useState<Order['kind']>()
  const [isAsking, setAsking] = useState(false)
  const { vote, can } = rankings
  const orders = ordersOf(rankings)
  // What was asked last says more than a formula.
  const order = orders.find(({ kind }) => kind === wanted) ?? orders.at(-1)
  const title =
    orders.length > 1 ? 'by.title' : order?.kind === 'score' ? 'by.titleScore' : order ? 'by.titleVote' : 'by.title'
  return (
    <section className={styles['panel']} aria-label={t('by.region', { category: category.name })}>
      <h3>{t(title)}</h3>
      {vote?.status === 'open' && <VoteOpen vote={vote} category={category} canCancel={can.cancelVote} />}
      {vote?.status === 'closed' && <VoteClosed rankings={rankings} />}
      {orders.length > 1 && order && (
        <Sources rankings={rankings} value={order.kind} onChange={(kind) => setWanted(kind)} />
      )}
      {order ? (
        <TakeFirst key={order.id} order={order} category={category} entries={entries} onChoose={onChoose} />
      ) : (
        !vote && <p className="muted">{t(can.openVote ? 'by.nothing' : 'by.fewEntries')}</p>
      )}
      {can.openVote && (
        <div>
          <Button wide="phone" onPress={() => setAsking(true)}>
            {t(vote ? 'vote.askAgain' : 'vote.ask')}
          </Button>
        </div>
      )}
      {isAsking && <OpenVoteDialog category={category} entries={entries} onClose={() => setAsking(false)} />}
    </section>
  )
}

/** Of a vote that has closed without an order for the viewer: why. */
function VoteClosed({ rankings: { vote } }: { rankings: Rankings }) {
  const t = useSay()
  if (vote?.recused) return <Notice>{t('vote.recused')}</Notice>
  return vote?.ranking?.length === 0 ? <Notice>{t('vote.nobody')}</Notice> : null
}

function Sources({
  rankings: { score, vote },
  value,
  onChange,
}: {
  rankings: Rankings
  value: Order['kind']
  onChange: (kind: Order['kind']) => void
}) {
  const t = useSay()
  return (
    <RadioCards
      inline
      label={t('by.source')}
      value={value}
      onChange={onChange}
      options={[
        { id: 'score', label: t('by.score', { version: score?.version.version ?? '' }), hint: t('by.scoreHint') },
        {
          id: 'vote',
          label: t('by.vote'),
          hint: t('by.voteHint', { count: vote?.voters ?? 0, roll: vote?.roll ?? 0 }),
        },
      ]}
    />
  )
}
