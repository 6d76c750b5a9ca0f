import { Badge } from '../../ui/Badge.tsx'
import { type PortraitPerson, Portraits } from '../../ui/Portrait.tsx'
import type { Present } from '../live/people.ts'
import { useSay } from '../texts/say.ts'

/** Who is in the page now, oneself first. Read when one comes upon it, not announced with each arrival. */
export function People({ me, others }: { me: PortraitPerson; others: readonly Present[] }) {
  const say = useSay()
  const people = [me, ...others.filter(({ id }) => id !== me.id)]
  return (
    <div className="row">
      <Badge tone="live">{people.length === 1 ? say('alone') : say('present', { count: people.length })}</Badge>
      <Portraits people={people} most={6} />
    </div>
  )
}
