import { sayLeft } from '../../i18n/time.ts'
import { Badge } from '../../ui/Badge.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { Vote } from './api.ts'
import { useSay } from './texts/say.ts'

/** Where a vote stands: how long it is still open, or how it ended. */
export function VoteBadge({ vote }: { vote: Vote }) {
  const t = useSay()
  const now = useNow()
  if (vote.status === 'cancelled') return <Badge>{t('votes.cancelled')}</Badge>
  if (vote.status === 'scheduled') return <Badge>{t('votes.scheduled')}</Badge>
  // Under an embargo nobody is told how it ended.
  if (vote.embargoed) return <Badge>{t('jury.sealed')}</Badge>
  if (vote.kind === 'award' && vote.outcome && vote.outcome !== 'no_ballot')
    return <Badge tone="done">{t('jury.public')}</Badge>
  if (vote.outcome) {
    const tone = vote.outcome === 'adopted' ? 'done' : vote.outcome === 'vetoed' ? 'veto' : 'plain'
    return (
      <Badge tone={tone}>
        {t(`outcome.${vote.method === 'threshold' && vote.kind !== 'award' ? vote.kind : 'options'}.${vote.outcome}`)}
      </Badge>
    )
  }
  const left = sayLeft(new Date(vote.closesAt), now, t)
  return <Badge tone="live">{left ? t('votes.openLeft', { left }) : t('votes.closing')}</Badge>
}
